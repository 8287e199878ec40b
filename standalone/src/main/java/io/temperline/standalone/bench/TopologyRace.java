package io.temperline.standalone.bench;

import com.sun.management.OperatingSystemMXBean;
import io.temperline.standalone.process.TestBed;
import io.temperline.streams.StreamsSettings;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;

/**
 * Lets topologies work through the same audio topic from its beginning, in turns and several times,
 * in this process; the broker has one of its own.
 */
final class TopologyRace {

  /** Rounds in which the compiler learns; the ones after them count. */
  private static final int WARM_UP_ROUNDS = 2;

  private static final int ROUNDS = 5;

  /** Start and end of a run are left out: what is measured lies between these shares of it. */
  private static final double FROM = 0.1;

  private static final double TO = 0.9;

  /**
   * How fast a topology took the records, the median of the rounds.
   *
   * @param perSecond records a second
   * @param perCoreSecond records for a second of one core, of this process
   */
  record Rate(double perSecond, double perCoreSecond) {}

  private final TestBed bed;
  private final Path folder;
  private final Properties settings;
  private final long records;

  /**
   * @param folder for state
   * @param settings of the application
   * @param records that the topologies' topics hold
   */
  TopologyRace(TestBed bed, Path folder, Properties settings, long records) {
    this.bed = bed;
    this.folder = folder;
    this.settings = settings;
    this.records = records;
  }

  /**
   * @param entrants by name
   * @return their rates in the same order
   */
  Map<String, Rate> run(Map<String, Function<StreamsConfig, Topology>> entrants)
      throws InterruptedException, IOException {
    Map<String, List<Rate>> rates = new LinkedHashMap<>();
    for (int round = 0; round < WARM_UP_ROUNDS + ROUNDS; round++) {
      for (var entrant : entrants.entrySet()) {
        Rate rate = run("%s-%d".formatted(entrant.getKey(), round), entrant.getValue());
        if (round >= WARM_UP_ROUNDS) {
          rates.computeIfAbsent(entrant.getKey(), name -> new ArrayList<>()).add(rate);
        }
      }
    }
    Map<String, Rate> medians = new LinkedHashMap<>();
    rates.forEach((name, all) -> medians.put(name, median(all)));
    return medians;
  }

  private Rate run(String applicationId, Function<StreamsConfig, Topology> topology)
      throws InterruptedException, IOException {
    Properties properties = new Properties();
    properties.putAll(settings);
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, applicationId.replace(' ', '-'));
    properties.put(
        StreamsConfig.STATE_DIR_CONFIG, Files.createTempDirectory(folder, "race-").toString());
    StreamsConfig config = StreamsSettings.of(properties);
    try (KafkaStreams streams = new KafkaStreams(topology.apply(config), config)) {
      streams.start();
      awaitProcessed(streams, FROM);
      long fromNanos = System.nanoTime();
      double from = processed(streams);
      long fromCpu = cpuNanos();
      awaitProcessed(streams, TO);
      double taken = processed(streams) - from;
      double seconds = (System.nanoTime() - fromNanos) / 1e9;
      return new Rate(taken / seconds, taken / ((cpuNanos() - fromCpu) / 1e9));
    }
  }

  private void awaitProcessed(KafkaStreams streams, double share) throws InterruptedException {
    while (processed(streams) < share * records) {
      Thread.sleep(5);
      bed.broker().requireAlive();
    }
  }

  private static double processed(KafkaStreams streams) {
    return streams.metrics().values().stream()
        .filter(metric -> metric.metricName().group().equals("stream-thread-metrics"))
        .filter(metric -> metric.metricName().name().equals("process-total"))
        .mapToDouble(metric -> (double) metric.metricValue())
        .sum();
  }

  private static long cpuNanos() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static Rate median(List<Rate> rates) {
    return rates.stream()
        .sorted(Comparator.comparingDouble(Rate::perCoreSecond))
        .skip(rates.size() / 2)
        .findFirst()
        .orElseThrow();
  }
}
