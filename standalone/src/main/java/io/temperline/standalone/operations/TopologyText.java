package io.temperline.standalone.operations;

import io.temperline.streams.TopologyPlan;
import io.temperline.streams.TopologyPlan.Changelog;
import io.temperline.streams.TopologyPlan.Kind;
import io.temperline.streams.TopologyPlan.Node;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A topology in words, a line per source, processor, sink and store. */
final class TopologyText {

  private final TopologyPlan plan;

  /** A line that begins with a name, the rest aligned over all of them. */
  private final String row;

  private TopologyText(TopologyPlan plan) {
    this.plan = plan;
    int longest = plan.nodes().stream().mapToInt(node -> node.name().length()).max().orElse(1);
    row = "  %-" + longest + "s  %s%n";
  }

  static String of(TopologyPlan plan) {
    return new TopologyText(plan).write();
  }

  private String write() {
    return "Application %1$s, consumer group %1$s%n".formatted(plan.applicationId())
        + part("reads", plan.nodes(Kind.SOURCE), this::source)
        + part("processes", plan.nodes(Kind.PROCESSOR), this::processor)
        + part("writes", plan.nodes(Kind.SINK), this::sink)
        + part("keeps, by store", plan.changelogs(), this::store);
  }

  private static <T> String part(String title, List<T> parts, Function<T, String> writer) {
    return "%n%s%n".formatted(title) + parts.stream().map(writer).collect(Collectors.joining());
  }

  private String source(Node node) {
    return row.formatted(node.name(), "topic %s → %s".formatted(names(node.topics()), next(node)));
  }

  private String processor(Node node) {
    String stores = node.stores().isEmpty() ? "" : row.formatted("", keeps(node));
    return row.formatted(node.name(), "→ " + next(node)) + stores;
  }

  private static String keeps(Node node) {
    return "keeps " + names(node.stores());
  }

  private String sink(Node node) {
    return row.formatted(node.name(), "topic " + names(node.topics()));
  }

  private String store(Changelog changelog) {
    return row.formatted(changelog.store(), "topic " + changelog.topic());
  }

  private static String next(Node node) {
    return names(node.next());
  }

  private static String names(List<String> names) {
    return String.join(", ", names);
  }
}
