package io.temperline.standalone.kafka;

import io.temperline.standalone.LocalPort;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The settings of a single small broker, by Kafka's own keys. */
final class BrokerSettings {

  static final int NODE_ID = 1;
  static final String CONTROLLER_LISTENER = "CONTROLLER";

  private static final int MEBIBYTE = 1 << 20;
  private static final String INTERNAL_PARTITIONS = "4";

  private BrokerSettings() {}

  static Map<String, String> of(Path folder, int brokerPort, int controllerPort) {
    Map<String, String> settings = new HashMap<>();
    settings.putAll(node(folder, brokerPort, controllerPort));
    settings.putAll(aloneInItsCluster());
    settings.putAll(quickForOneApplication());
    settings.putAll(small());
    return settings;
  }

  private static Map<String, String> node(Path folder, int brokerPort, int controllerPort) {
    return Map.of(
        "process.roles", "broker,controller",
        "node.id", Integer.toString(NODE_ID),
        "listeners",
            "PLAINTEXT://%1$s:%2$d,%3$s://%1$s:%4$d"
                .formatted(LocalPort.HOST, brokerPort, CONTROLLER_LISTENER, controllerPort),
        "listener.security.protocol.map",
            "PLAINTEXT:PLAINTEXT,%s:PLAINTEXT".formatted(CONTROLLER_LISTENER),
        "controller.listener.names", CONTROLLER_LISTENER,
        "controller.quorum.voters", "%d@%s:%d".formatted(NODE_ID, LocalPort.HOST, controllerPort),
        "log.dirs", folder.toString(),
        "auto.create.topics.enable", "false");
  }

  private static Map<String, String> aloneInItsCluster() {
    return Map.of(
        "default.replication.factor", "1",
        "offsets.topic.replication.factor", "1",
        "offsets.topic.num.partitions", INTERNAL_PARTITIONS,
        "transaction.state.log.replication.factor", "1",
        "transaction.state.log.min.isr", "1",
        "transaction.state.log.num.partitions", INTERNAL_PARTITIONS,
        "share.coordinator.state.topic.replication.factor", "1",
        "share.coordinator.state.topic.min.isr", "1",
        "share.coordinator.state.topic.num.partitions", INTERNAL_PARTITIONS);
  }

  private static Map<String, String> quickForOneApplication() {
    return Map.of(
        // All of a group's members come from one process: there are no stragglers to wait for.
        "group.initial.rebalance.delay.ms", "0",
        "group.streams.initial.rebalance.delay.ms", "0",
        // After a crash the next start waits until the controller gives up the broker that died.
        "broker.session.timeout.ms", "4000",
        "broker.heartbeat.interval.ms", "1000");
  }

  private static Map<String, String> small() {
    return Map.of(
        "num.network.threads", "2",
        "num.io.threads", "2",
        "background.threads", "2",
        "log.index.size.max.bytes", Integer.toString(MEBIBYTE),
        "log.cleaner.dedupe.buffer.size", Integer.toString(4 * MEBIBYTE),
        "log.segment.bytes", Integer.toString(64 * MEBIBYTE),
        "metadata.log.segment.bytes", Integer.toString(16 * MEBIBYTE));
  }
}
