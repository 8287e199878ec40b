package io.temperline.standalone.operations;

import io.temperline.streams.TopologyPlan;
import io.temperline.streams.TopologyPlan.Kind;
import io.temperline.streams.TopologyPlan.Node;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A topology's diagram: topics in place of the sources and sinks that read and write them. */
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
    return plan.nodes().stream().flatMap(node -> node.topics().stream()).distinct().toList();
  }

  List<Link> links() {
    return plan.nodes().stream().flatMap(this::links).distinct().toList();
  }

  private Stream<Link> links(Node node) {
    return node.next().stream()
        .map(byName::get)
        .flatMap(next -> ends(node).flatMap(from -> ends(next).map(to -> new Link(from, to))));
  }

  private static Stream<String> ends(Node node) {
    return node.kind() == Kind.PROCESSOR ? Stream.of(node.name()) : node.topics().stream();
  }
}
