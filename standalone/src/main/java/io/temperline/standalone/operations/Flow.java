package io.temperline.standalone.operations;

import io.temperline.streams.TopologyPlan;
import io.temperline.streams.TopologyPlan.Kind;
import io.temperline.streams.TopologyPlan.Node;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A topology's diagram: topics in place of the sources and sinks that read and write them. What is
 * written to a topic that is also read is drawn as a topic of its own, so that all flows one way.
 */
final class Flow {

  /** Records go from one topic or processor to another. */
  record Link(String from, String to) {}

  private final TopologyPlan plan;
  private final Map<String, Node> byName;

  Flow(TopologyPlan plan) {
    this.plan = plan;
    byName = plan.nodes().stream().collect(Collectors.toMap(Node::name, Function.identity()));
  }

  List<String> topics() {
    return plan.nodes().stream()
        .filter(node -> node.kind() != Kind.PROCESSOR)
        .flatMap(this::ends)
        .distinct()
        .toList();
  }

  List<Link> links() {
    return plan.nodes().stream().flatMap(this::links).distinct().toList();
  }

  private Stream<Link> links(Node node) {
    return node.next().stream()
        .map(byName::get)
        .flatMap(next -> ends(node).flatMap(from -> ends(next).map(to -> new Link(from, to))));
  }

  private Stream<String> ends(Node node) {
    return switch (node.kind()) {
      case SOURCE -> node.topics().stream();
      case PROCESSOR -> Stream.of(node.name());
      case SINK -> node.topics().stream().map(this::written);
    };
  }

  private String written(String topic) {
    return plan.topics(Kind.SOURCE).contains(topic) ? topic + " again" : topic;
  }
}
