package io.temperline.standalone.remote;

import io.temperline.standalone.CannotStartException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.AuthenticationException;

/** The Kafka that the properties name. */
public final class KafkaCluster {

  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);

  private final Properties properties;

  public KafkaCluster(Properties properties) {
    this.properties = properties;
  }

  /**
   * A connection to a broker that has answered; the caller closes it.
   *
   * @throws NotThereException where none answers within seconds
   * @throws CannotStartException where trying again is of no use
   */
  public Admin connect() throws NotThereException, InterruptedException {
    Admin admin = open();
    try {
      requireAnswer(admin);
      return admin;
    } catch (NotThereException | RuntimeException | InterruptedException e) {
      admin.close(Duration.ZERO);
      throw e;
    }
  }

  /**
   * @throws NotThereException where no broker answers within seconds
   */
  void requireAnswer(Admin admin) throws NotThereException, InterruptedException {
    var within = new DescribeClusterOptions().timeoutMs((int) ANSWER_WITHIN.toMillis());
    try {
      admin.describeCluster(within).nodes().get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof AuthenticationException) {
        throw new CannotStartException(
            "the Kafka broker at %s does not let us in: %s"
                .formatted(address(), e.getCause().getMessage()),
            e);
      }
      throw nobody("within %d s".formatted(ANSWER_WITHIN.toSeconds()), e);
    }
  }

  private Admin open() throws NotThereException {
    Map<String, Object> config = new HashMap<>();
    properties.stringPropertyNames().forEach(key -> config.put(key, properties.getProperty(key)));
    try {
      return Admin.create(config);
    } catch (KafkaException e) {
      if (e.getCause() instanceof ConfigException cause
          && cause.getMessage().contains("No resolvable")) {
        throw nobody("(its name is not known)", e);
      }
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new CannotStartException("Kafka's settings are unusable: " + cause.getMessage(), e);
    }
  }

  private NotThereException nobody(String how, Exception cause) {
    return new NotThereException(
        "no Kafka broker answers at %s %s: check bootstrap.servers".formatted(address(), how),
        cause);
  }

  private String address() {
    return properties.getProperty("bootstrap.servers");
  }
}
