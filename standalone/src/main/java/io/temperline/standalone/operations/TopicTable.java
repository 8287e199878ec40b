package io.temperline.standalone.operations;

import io.temperline.standalone.Count;
import io.temperline.standalone.operations.TopicPlan.PlannedTopic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Topics as a table for people. */
final class TopicTable {

  private static final String RETENTION = "retention.ms";
  private static final String CLEANUP = "cleanup.policy";
  private static final String TOMBSTONES = "delete.retention.ms";
  private static final String COMPACTION = "max.compaction.lag.ms";

  /** What the columns say, and what matters to nobody who reads them. */
  private static final Set<String> SHOWN =
      Set.of(
          RETENTION,
          CLEANUP,
          TOMBSTONES,
          COMPACTION,
          "message.timestamp.type",
          "segment.ms",
          "segment.bytes");

  private TopicTable() {}

  /**
   * @param partitions of each topic
   */
  static String of(List<PlannedTopic> topics, int partitions) {
    int longest = topics.stream().mapToInt(topic -> topic.name().length()).max().orElse(1);
    String row = "%-" + longest + "s  %10s  %-14s  %-14s  %s";
    String head = row.formatted("topic", "partitions", "clean-up", "kept", "besides");
    return Stream.concat(
            Stream.of(head),
            topics.stream()
                .map(
                    topic ->
                        row.formatted(
                            topic.name(),
                            partitions,
                            topic.settings().get(CLEANUP),
                            kept(topic.settings()),
                            further(topic.settings()))))
        .map(line -> line.stripTrailing() + System.lineSeparator())
        .collect(Collectors.joining());
  }

  private static String kept(Map<String, String> settings) {
    String time = Optional.ofNullable(settings.get(RETENTION)).map(TopicTable::time).orElse("");
    boolean compacted = settings.get(CLEANUP).startsWith("compact");
    if (time.isEmpty()) {
      return "last per key";
    }
    return compacted ? "last, " + time : time;
  }

  /** A duration in ms, in words where it is a known setting of a time, else as it is. */
  static String described(String setting, String value) {
    return setting.endsWith(".ms") ? "%s (%s)".formatted(value, time(value)) : value;
  }

  private static String further(Map<String, String> settings) {
    List<String> words = new ArrayList<>();
    if ("LogAppendTime".equals(settings.get("message.timestamp.type"))) {
      words.add("the broker's time");
    }
    if (settings.containsKey(TOMBSTONES)) {
      words.add("tombstones %s".formatted(time(settings.get(TOMBSTONES))));
    }
    if (settings.containsKey(COMPACTION)) {
      words.add("cleaned in " + time(settings.get(COMPACTION)));
    } else if (settings.containsKey("segment.ms")) {
      words.add("segments of " + time(settings.get("segment.ms")));
    }
    Map<String, String> others = new TreeMap<>(settings);
    others.keySet().removeAll(SHOWN);
    others.forEach((setting, value) -> words.add(setting + "=" + value));
    return String.join(", ", words);
  }

  private static String time(String ms) {
    Duration time = Duration.ofMillis(Long.parseLong(ms));
    if (time.isNegative()) {
      return "for ever";
    }
    if (time.toMinutes() < 1) {
      return time.toSeconds() + " s";
    }
    if (time.toHours() < 1) {
      return time.toMinutes() + " min";
    }
    if (time.toDays() < 1) {
      return time.toHours() + " h";
    }
    return Count.of(time.toDays(), "day");
  }
}
