package io.temperline.standalone.process;

import io.temperline.standalone.LocalPort;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.util.Optional;
import javax.management.Attribute;
import javax.management.JMException;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** What another JVM says of itself and of its Kafka clients through JMX. */
public final class JmxView implements AutoCloseable {

  private final int port;
  private JMXConnector connector;

  JmxView(int port) {
    this.port = port;
  }

  /** Bytes of its heap in use, garbage included. */
  public long heapUsed() throws IOException {
    return memory().getHeapMemoryUsage().getUsed();
  }

  /** Bytes of its heap in use after a collection of all garbage. */
  public long heapLive() throws IOException {
    memory().gc();
    return memory().getHeapMemoryUsage().getUsed();
  }

  private MemoryMXBean memory() throws IOException {
    return ManagementFactory.newPlatformMXBeanProxy(
        connection(), ManagementFactory.MEMORY_MXBEAN_NAME, MemoryMXBean.class);
  }

  /**
   * The sum of an attribute over all beans whose name fits a pattern; 0 where none does.
   *
   * @param pattern for instance {@code kafka.producer:type=producer-topic-metrics,topic=*,*}
   */
  public double sum(String pattern, String attribute) throws IOException {
    double sum = 0;
    try {
      for (ObjectName name : connection().queryNames(new ObjectName(pattern), null)) {
        sum += ((Number) connection().getAttribute(name, attribute)).doubleValue();
      }
      return sum;
    } catch (JMException e) {
      throw new IOException("JMX does not give %s of %s".formatted(attribute, pattern), e);
    }
  }

  /** How many beans have a name that fits a pattern. */
  public int count(String pattern) throws IOException {
    try {
      return connection().queryNames(new ObjectName(pattern), null).size();
    } catch (JMException e) {
      throw new IOException("JMX does not list " + pattern, e);
    }
  }

  /** An attribute as text, of a bean that has it and whose name fits a pattern. */
  public Optional<String> text(String pattern, String attribute) throws IOException {
    try {
      for (ObjectName name : connection().queryNames(new ObjectName(pattern), null)) {
        for (Attribute found :
            connection().getAttributes(name, new String[] {attribute}).asList()) {
          return Optional.of(found.getValue().toString());
        }
      }
      return Optional.empty();
    } catch (JMException e) {
      throw new IOException("JMX does not give %s of %s".formatted(attribute, pattern), e);
    }
  }

  private synchronized MBeanServerConnection connection() throws IOException {
    if (connector == null) {
      connector =
          JMXConnectorFactory.connect(
              new JMXServiceURL(
                  "service:jmx:rmi:///jndi/rmi://%s:%d/jmxrmi".formatted(LocalPort.HOST, port)));
    }
    return connector.getMBeanServerConnection();
  }

  @Override
  public synchronized void close() {
    if (connector != null) {
      try {
        connector.close();
      } catch (IOException e) {
        // The other side is gone already.
      }
      connector = null;
    }
  }
}
