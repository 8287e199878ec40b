package io.temperline.standalone.bench;

import io.temperline.standalone.process.ChildJvm;
import java.io.IOException;
import java.time.Duration;

/**
 * What the parts have spent since their start.
 *
 * @param appCpuMs processor time of the application
 * @param brokerCpuMs of the broker with the registry
 * @param ownCpuMs of this process: the load and the reading of events
 * @param changelogBytes that the application sent to changelog topics
 */
record Costs(double appCpuMs, double brokerCpuMs, double ownCpuMs, double changelogBytes) {

  private static final String CHANGELOGS =
      "kafka.producer:type=producer-topic-metrics,client-id=*,topic=\"*-changelog\"";
  private static final String CHANGELOGS_UNQUOTED =
      "kafka.producer:type=producer-topic-metrics,client-id=*,topic=*-changelog";

  static Costs of(ChildJvm broker, ChildJvm app) throws IOException {
    return new Costs(
        app.cpu().toMillis(),
        broker.cpu().toMillis(),
        ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toMillis(),
        app.jmx().sum(CHANGELOGS, "byte-total") + app.jmx().sum(CHANGELOGS_UNQUOTED, "byte-total"));
  }

  Costs minus(Costs earlier) {
    return new Costs(
        appCpuMs - earlier.appCpuMs,
        brokerCpuMs - earlier.brokerCpuMs,
        ownCpuMs - earlier.ownCpuMs,
        changelogBytes - earlier.changelogBytes);
  }
}
