package io.temperline.standalone.kafka;

import io.temperline.standalone.CannotStartException;
import io.temperline.standalone.LocalPort;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import org.apache.kafka.server.util.FileLock;

/**
 * A Kafka broker in this JVM: one KRaft node that is its own controller. It keeps its topics in a
 * folder, where the next start finds them again.
 *
 * <p>Kafka offers no public API for this; the internal classes that it takes are named in this file
 * alone.
 */
public final class EmbeddedKafka implements AutoCloseable {

  /** The lock of every Kafka broker on its folder. */
  private static final String LOCK_FILE = ".lock";

  private final KafkaRaftServer server;
  private final int port;

  private EmbeddedKafka(KafkaRaftServer server, int port) {
    this.server = server;
    this.port = port;
  }

  /**
   * Starts a broker and returns when it takes requests.
   *
   * @param folder where topics are kept; made and formatted where it is missing or empty
   * @param port the port to listen on, 0 for a free one
   * @throws CannotStartException where the port is in use (nothing is written then), or the folder
   *     cannot be used
   */
  public static EmbeddedKafka start(Path folder, int port) {
    return start(folder, port, Map.of());
  }

  /**
   * @param further settings by Kafka's keys, which take precedence
   */
  static EmbeddedKafka start(Path folder, int port, Map<String, String> further) {
    int brokerPort = LocalPort.choose("The Kafka broker", port);
    int controllerPort = LocalPort.choose("The Kafka controller", 0, brokerPort);
    if (isFormatted(folder)) {
      refuseIfInUse(folder);
    } else {
      format(folder);
    }
    Map<String, String> settings = BrokerSettings.of(folder, brokerPort, controllerPort);
    settings.putAll(further);
    return new EmbeddedKafka(started(new KafkaConfig(settings, false), folder), brokerPort);
  }

  public int port() {
    return port;
  }

  /** What clients take as {@code bootstrap.servers}. */
  public String bootstrapServers() {
    return LocalPort.HOST + ":" + port;
  }

  /** Stops the broker and returns when its topics are safely on disk. */
  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
  }

  private static boolean isFormatted(Path folder) {
    return Files.exists(folder.resolve(MetaPropertiesEnsemble.META_PROPERTIES_NAME));
  }

  /** Kafka ends the whole JVM where it meets another broker's lock, so we look first. */
  private static void refuseIfInUse(Path folder) {
    try {
      FileLock lock = new FileLock(folder.resolve(LOCK_FILE).toFile());
      boolean free = lock.tryLock();
      lock.destroy();
      if (!free) {
        throw new CannotStartException(
            "The folder %s is in use by another Kafka broker: stop it, or choose another folder"
                .formatted(folder));
      }
    } catch (IOException e) {
      throw unusable(folder, e);
    }
  }

  private static void format(Path folder) {
    try {
      Files.createDirectories(folder);
      new Formatter()
          .setPrintStream(
              new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
          .setNodeId(BrokerSettings.NODE_ID)
          .setClusterId(Uuid.randomUuid().toString())
          .setReleaseVersion(MetadataVersion.latestProduction())
          .setControllerListenerName(BrokerSettings.CONTROLLER_LISTENER)
          .setMetadataLogDirectory(folder.toString())
          .addDirectory(folder.toString())
          .run();
    } catch (Exception e) { // as Formatter declares
      throw unusable(folder, e);
    }
  }

  private static KafkaRaftServer started(KafkaConfig config, Path folder) {
    KafkaRaftServer server = null;
    try {
      server = new KafkaRaftServer(config, Time.SYSTEM);
      server.startup();
      return server;
    } catch (RuntimeException e) {
      if (server != null) {
        server.shutdown();
      }
      throw unusable(folder, e);
    }
  }

  private static CannotStartException unusable(Path folder, Exception cause) {
    return new CannotStartException(
        "The Kafka broker cannot use its folder %s: %s".formatted(folder, cause.getMessage()),
        cause);
  }
}
