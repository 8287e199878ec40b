package io.temperline.standalone.operations;

import io.temperline.streams.TopologyPlan;
import io.temperline.streams.TopologyPlan.Kind;
import io.temperline.streams.TopologyPlan.Node;

/**
 * A topology as a Mermaid flowchart. Topics stand for the sources and sinks that read and write
 * them; stores hang on their processors by dotted lines.
 */
final class MermaidDiagram {

  private final TopologyPlan plan;
  private final StringBuilder text = new StringBuilder();

  private MermaidDiagram(TopologyPlan plan) {
    this.plan = plan;
  }

  static String of(TopologyPlan plan) {
    return new MermaidDiagram(plan).write();
  }

  private String write() {
    line("flowchart TB");
    Flow flow = new Flow(plan);
    flow.topics().forEach(topic -> line("  %s[(%s)]:::topic", id(topic), topic));
    plan.nodes(Kind.PROCESSOR).forEach(node -> line("  %s(%s)", id(node.name()), node.name()));
    plan.nodes(Kind.PROCESSOR).forEach(this::stores);
    flow.links().forEach(link -> line("  %s --> %s", id(link.from()), id(link.to())));
    line("  classDef topic fill:#dbeafe,stroke:#1d4ed8,color:#111");
    line("  classDef store fill:#fef3c7,stroke:#b45309,color:#111");
    return text.toString();
  }

  private void stores(Node node) {
    for (String store : node.stores()) {
      line("  %s[(%s)]:::store -.- %s", id("store-" + store), store, id(node.name()));
    }
  }

  private void line(String format, Object... arguments) {
    text.append(format.formatted(arguments)).append(System.lineSeparator());
  }

  /** Mermaid takes some words, such as "end", for its own; none begins so. */
  private static String id(String name) {
    return "n_" + name.replaceAll("[^a-z0-9]", "_");
  }
}
