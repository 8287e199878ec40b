package io.temperline.standalone.operations;

import io.temperline.streams.TopologyPlan;
import io.temperline.streams.TopologyPlan.Kind;
import io.temperline.streams.TopologyPlan.Node;

/** A topology in Graphviz's language: what {@link MermaidDiagram} shows. */
final class DotDiagram {

  private final StringBuilder text = new StringBuilder();

  private DotDiagram() {}

  static String of(TopologyPlan plan) {
    return new DotDiagram().write(plan);
  }

  private String write(TopologyPlan plan) {
    Flow flow = new Flow(plan);
    line("digraph \"%s\" {", plan.applicationId());
    line("  node [fontname=\"sans-serif\", shape=box, style=rounded]");
    flow.topics().forEach(topic -> cylinder(topic, topic, "#dbeafe"));
    plan.nodes(Kind.PROCESSOR).forEach(this::processor);
    flow.links().forEach(link -> line("  \"%s\" -> \"%s\"", link.from(), link.to()));
    line("}");
    return text.toString();
  }

  private void processor(Node node) {
    line("  \"%s\"", node.name());
    for (String store : node.stores()) {
      String id = "store " + store;
      cylinder(id, store, "#fef3c7");
      line("  \"%s\" -> \"%s\" [style=dotted, dir=none]", id, node.name());
    }
  }

  private void cylinder(String id, String label, String colour) {
    line(
        "  \"%s\" [label=\"%s\", shape=cylinder, style=filled, fillcolor=\"%s\"]",
        id, label, colour);
  }

  private void line(String format, Object... arguments) {
    text.append(format.formatted(arguments)).append(System.lineSeparator());
  }
}
