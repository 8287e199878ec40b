package io.temperline.standalone.remote;

import io.temperline.standalone.CannotStartException;
import io.temperline.streams.PropertiesFile;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** Where a command finds Kafka and the schema registry. */
public final class KafkaOptions {

  private static final String BOOTSTRAP = "bootstrap.servers";
  private static final String REGISTRY = "schema.registry.url";

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "Properties, as of the streams application: bootstrap.servers, schema.registry.url, and"
              + " more of Kafka's. Default: the demo on this machine.")
  private Path file;

  @Option(
      names = "--bootstrap",
      paramLabel = "HOST:PORT",
      description = "Kafka's address, in place of the file's.")
  private String bootstrap;

  @Option(
      names = "--registry",
      paramLabel = "URL",
      description = "The schema registry's address, in place of the file's.")
  private String registry;

  /** What the options say, with Temperline's own settings, if the file has such. */
  public Properties properties() {
    Properties properties = new Properties();
    properties.setProperty(BOOTSTRAP, "127.0.0.1:9092");
    properties.setProperty(REGISTRY, "http://127.0.0.1:8081");
    if (file != null) {
      properties.putAll(PropertiesFile.read(file));
    }
    if (bootstrap != null) {
      properties.setProperty(BOOTSTRAP, bootstrap);
    }
    if (registry != null) {
      properties.setProperty(REGISTRY, registry);
    }
    return properties;
  }

  /**
   * What Kafka's clients and serializers need.
   *
   * @throws CannotStartException where broker or registry do not answer within seconds
   */
  public Map<String, String> connect() throws InterruptedException {
    Properties properties = clients();
    try {
      Services.requireAnswers(properties);
    } catch (NotThereException e) {
      throw new CannotStartException(
          file == null && bootstrap == null
              ? e.getMessage() + ", with --config or --bootstrap"
              : e.getMessage(),
          e);
    }
    return properties.stringPropertyNames().stream()
        .collect(Collectors.toMap(key -> key, properties::getProperty));
  }

  private Properties clients() {
    Properties clients = properties();
    clients.stringPropertyNames().stream()
        .filter(key -> key.startsWith("temperline."))
        .forEach(clients::remove);
    return clients;
  }
}
