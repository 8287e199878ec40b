package io.temperline.streams;

import io.temperline.schemas.Topics;
import io.temperline.speech.model.ModelManifest;
import io.temperline.speech.model.UnusableModelException;
import io.temperline.streams.Settings.UnusableSettingException;
import io.temperline.streams.customer.CustomerStage;
import io.temperline.streams.emotion.AudioProgress;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyDescription;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * The topology by its names, as an operator meets them in metrics, topics and permissions. It is
 * made without a broker, a registry or a model's weights.
 *
 * @param applicationId also the name of the consumer group
 * @param nodes every source, processor and sink, each before those that it passes records to
 * @param changelogs the application's internal topics that stores are restored from, by name
 * @param repartitions the application's internal topics by which records change partition, by name
 */
public record TopologyPlan(
    String applicationId,
    List<Node> nodes,
    List<Changelog> changelogs,
    List<Repartition> repartitions) {

  /** What Kafka Streams gives a changelog that says nothing else. */
  private static final Map<String, String> CHANGELOG_SETTINGS =
      Map.of("cleanup.policy", "compact", "message.timestamp.type", "CreateTime");

  /** What it gives a topic that it purges itself. */
  private static final Map<String, String> REPARTITION_SETTINGS =
      Map.of(
          "cleanup.policy", "delete",
          "retention.ms", "-1",
          "segment.bytes", "52428800",
          "message.timestamp.type", "CreateTime");

  /** What a node is for. */
  public enum Kind {
    SOURCE,
    PROCESSOR,
    SINK
  }

  /**
   * A node of the topology.
   *
   * @param topics what a source reads, or a sink writes; empty for a processor
   * @param stores those that a processor uses
   * @param next the names of those that it passes records to
   */
  public record Node(
      Kind kind, String name, List<String> topics, List<String> stores, List<String> next) {}

  /**
   * The internal topic that a store is restored from.
   *
   * @param settings its broker settings, as Kafka Streams makes it
   */
  public record Changelog(String topic, String store, Map<String, String> settings) {}

  /**
   * An internal topic by which records come to another partition. Kafka Streams deletes its records
   * when they are processed.
   *
   * @param settings its broker settings, as Kafka Streams makes it
   */
  public record Repartition(String topic, Map<String, String> settings) {}

  /**
   * @param properties as of the streams application; nobody is asked at the addresses in it
   * @throws UnusableSettingException where a setting is unknown or its value unusable
   * @throws UnusableModelException where the model's manifest is missing or unusable
   */
  public static TopologyPlan of(Properties properties) {
    StreamsConfig config = StreamsSettings.of(properties);
    String applicationId = config.getString(StreamsConfig.APPLICATION_ID_CONFIG);
    ModelManifest model = LiveModel.manifest(properties);
    Topology topology =
        TemperlineTopology.build(
            new Topics(config.originals()),
            model,
            () -> null, // nothing is scored
            AudioProgress.IMMEDIATE,
            TemperlineConfig.from(properties, model),
            config);
    return new TopologyPlan(
        applicationId,
        inFlowOrder(topology.describe(), applicationId),
        changelogs(applicationId),
        CustomerStage.REPARTITIONED.stream()
            .map(name -> new Repartition(applicationId + "-" + name, REPARTITION_SETTINGS))
            .toList());
  }

  /** The nodes of one kind, in the order of {@link #nodes}. */
  public List<Node> nodes(Kind kind) {
    return nodes.stream().filter(node -> node.kind() == kind).toList();
  }

  /** The topics that are read by sources or written by sinks, but for internal ones. */
  public Set<String> topics(Kind kind) {
    return nodes(kind).stream()
        .flatMap(node -> node.topics().stream())
        .filter(topic -> !isInternal(topic))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether it is one of {@link #repartitions}. */
  public boolean isInternal(String topic) {
    return repartitions.stream().anyMatch(repartition -> repartition.topic().equals(topic));
  }

  private static List<Changelog> changelogs(String applicationId) {
    return TemperlineTopology.stores().stream()
        .filter(StoreBuilder::loggingEnabled)
        .map(store -> changelog(applicationId, store))
        .sorted(Comparator.comparing(Changelog::topic))
        .toList();
  }

  private static Changelog changelog(String applicationId, StoreBuilder<?> store) {
    Map<String, String> settings = new HashMap<>(CHANGELOG_SETTINGS);
    settings.putAll(store.logConfig());
    return new Changelog(
        "%s-%s-changelog".formatted(applicationId, store.name()), store.name(), settings);
  }

  /** Depth first, so that a chain of nodes stays together. */
  private static List<Node> inFlowOrder(TopologyDescription description, String applicationId) {
    Deque<Node> ordered = new ArrayDeque<>();
    Set<String> seen = new HashSet<>();
    Stream.concat(
            description.subtopologies().stream().flatMap(part -> part.nodes().stream()),
            description.globalStores().stream().map(TopologyDescription.GlobalStore::source))
        .filter(TopologyDescription.Source.class::isInstance)
        .sorted(Comparator.comparing(TopologyDescription.Node::name))
        .forEach(source -> visit(source, seen, ordered));
    return ordered.stream().map(node -> named(node, applicationId)).toList();
  }

  /** A topology is described before its internal topics have their application's name. */
  private static Node named(Node node, String applicationId) {
    List<String> topics =
        node.topics().stream()
            .map(
                topic ->
                    CustomerStage.REPARTITIONED.contains(topic)
                        ? applicationId + "-" + topic
                        : topic)
            .toList();
    return new Node(node.kind(), node.name(), topics, node.stores(), node.next());
  }

  private static void visit(TopologyDescription.Node node, Set<String> seen, Deque<Node> ordered) {
    if (seen.add(node.name())) {
      node.successors().stream()
          .sorted(Comparator.comparing(TopologyDescription.Node::name).reversed())
          .forEach(successor -> visit(successor, seen, ordered));
      ordered.addFirst(plain(node));
    }
  }

  private static Node plain(TopologyDescription.Node node) {
    List<String> next = sorted(node.successors().stream().map(TopologyDescription.Node::name));
    if (node instanceof TopologyDescription.Source source) {
      return new Node(Kind.SOURCE, node.name(), sorted(source.topicSet()), List.of(), next);
    }
    if (node instanceof TopologyDescription.Sink sink) {
      return new Node(Kind.SINK, node.name(), List.of(sink.topic()), List.of(), next);
    }
    Set<String> stores = ((TopologyDescription.Processor) node).stores();
    return new Node(Kind.PROCESSOR, node.name(), List.of(), sorted(stores), next);
  }

  private static List<String> sorted(Collection<String> names) {
    return sorted(names.stream());
  }

  private static List<String> sorted(Stream<String> names) {
    return names.sorted().toList();
  }
}
