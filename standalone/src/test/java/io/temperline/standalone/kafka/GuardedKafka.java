package io.temperline.standalone.kafka;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A broker that lets nobody do what was not granted; whoever it knows has the name as password. */
public final class GuardedKafka implements AutoCloseable {

  private static final String ADMIN = "admin";
  private static final String LOGIN =
      "org.apache.kafka.common.security.plain.PlainLoginModule required"
          + " username=\"%1$s\" password=\"%1$s\"";

  private final EmbeddedKafka kafka;

  private GuardedKafka(EmbeddedKafka kafka) {
    this.kafka = kafka;
  }

  public static GuardedKafka start(Path folder, List<String> users) {
    String known =
        users.stream().map(" user_%1$s=\"%1$s\""::formatted).collect(Collectors.joining());
    return new GuardedKafka(
        EmbeddedKafka.start(
            folder,
            0,
            Map.of(
                "listener.security.protocol.map",
                "PLAINTEXT:SASL_PLAINTEXT,CONTROLLER:PLAINTEXT",
                "inter.broker.listener.name",
                "PLAINTEXT",
                "sasl.enabled.mechanisms",
                "PLAIN",
                "sasl.mechanism.inter.broker.protocol",
                "PLAIN",
                "listener.name.plaintext.plain.sasl.jaas.config",
                LOGIN.formatted(ADMIN) + " user_admin=\"admin\"" + known + ";",
                "authorizer.class.name",
                "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
                "super.users",
                // The controller's listener asks nobody's name, and only the broker knows it.
                "User:admin;User:ANONYMOUS")));
  }

  /** Clients' settings of one who may do everything. */
  public Map<String, String> admin() {
    return clientsOf(ADMIN);
  }

  public Map<String, String> clientsOf(String user) {
    return Map.of(
        "bootstrap.servers",
        kafka.bootstrapServers(),
        "security.protocol",
        "SASL_PLAINTEXT",
        "sasl.mechanism",
        "PLAIN",
        "sasl.jaas.config",
        LOGIN.formatted(user) + ";");
  }

  @Override
  public void close() {
    kafka.close();
  }
}
