package io.temperline.dashboard;

import io.temperline.dashboard.floor.FloorLimits;
import io.temperline.dashboard.rules.BackTester;
import io.temperline.dashboard.source.SourceSettings;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a dashboard needs to be started inside another program.
 *
 * @param host the address to listen on
 * @param port the port to listen on; 0 takes a free one
 * @param kafka Kafka's and Confluent's properties under their own names, at least {@code
 *     bootstrap.servers} and {@code schema.registry.url}
 * @param emotions the labels of the model, so that rules which ask for others are refused; empty
 *     takes any
 * @param backTester what rule sets are tried with on recent calls; without it they cannot be
 */
public record DashboardConfig(
    String host,
    int port,
    Map<String, String> kafka,
    FloorLimits floor,
    SourceSettings source,
    List<String> emotions,
    Optional<BackTester> backTester) {

  public DashboardConfig {
    kafka = Map.copyOf(kafka);
    emotions = List.copyOf(emotions);
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port is " + port + ", allowed are 0 to 65535");
    }
  }

  /** A dashboard on this machine alone, with the default limits and settings. */
  public static DashboardConfig onLoopback(int port, Map<String, String> kafka) {
    return new DashboardConfig(
        "127.0.0.1",
        port,
        kafka,
        FloorLimits.defaults(),
        SourceSettings.defaults(),
        List.of(),
        Optional.empty());
  }

  /** The same, listening on another address. */
  public DashboardConfig on(String address) {
    return new DashboardConfig(address, port, kafka, floor, source, emotions, backTester);
  }

  /** The same for a model with these labels. */
  public DashboardConfig withEmotions(Collection<String> labels) {
    return new DashboardConfig(host, port, kafka, floor, source, List.copyOf(labels), backTester);
  }

  /** The same with something to try rule sets with. */
  public DashboardConfig with(BackTester how) {
    return new DashboardConfig(host, port, kafka, floor, source, emotions, Optional.of(how));
  }

  Map<String, Object> asProperties() {
    Map<String, Object> properties = new HashMap<>();
    properties.put("micronaut.server.host", host);
    properties.put("micronaut.server.port", port == 0 ? -1 : port);
    properties.put("dashboard.floor.keep-ended", floor.keepEnded());
    properties.put("dashboard.floor.keep-windows", floor.keepWindows());
    properties.put("dashboard.floor.silent-after", floor.silentAfter());
    properties.put("dashboard.source.look-back", source.lookBack());
    properties.put("dashboard.source.history-look-back", source.historyLookBack());
    properties.put("dashboard.source.retry-after", source.retryAfter());
    properties.put("dashboard.source.probe-after", source.probeAfter());
    if (!emotions.isEmpty()) {
      properties.put("dashboard.rules.emotions", emotions);
    }
    kafka.forEach((name, value) -> properties.put("kafka." + name, value));
    return properties;
  }
}
