package io.temperline.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.temperline.streams.TopologyPlan.Changelog;
import io.temperline.streams.TopologyPlan.Kind;
import io.temperline.streams.TopologyPlan.Node;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TopologyPlanTest {

  private final TopologyPlan plan = TopologyPlan.of(properties());

  private static Properties properties() {
    Properties properties = new Properties();
    properties.setProperty("bootstrap.servers", "none:9092");
    properties.setProperty("schema.registry.url", "mock://topology-plan");
    return properties;
  }

  @Test
  void everythingHasANameThatAPersonGaveIt() {
    assertThat(plan.nodes()).extracting(Node::name).allMatch(TopologyPlanTest::isGiven);
    assertThat(plan.nodes()).flatExtracting(Node::stores).allMatch(TopologyPlanTest::isGiven);
    assertThat(plan.changelogs())
        .extracting(Changelog::topic)
        .allMatch(topic -> topic.startsWith("temperline-") && isGiven(topic));
  }

  /** Kafka Streams' own names are in capitals and carry a number of ten digits. */
  private static boolean isGiven(Object name) {
    return name.toString().matches("[a-z.-]+");
  }

  @Test
  void everyStoreHasAChangelogButTheRulesWhichAreATopicThemselves() {
    List<String> stores = plan.nodes().stream().flatMap(node -> node.stores().stream()).toList();

    assertThat(stores).contains("rules");
    assertThat(plan.changelogs())
        .extracting(Changelog::store)
        .containsExactlyInAnyOrderElementsOf(
            stores.stream().filter(store -> !store.equals("rules")).toList());
  }

  @Test
  void changelogsAreCompactedAndThoseOfAudioAreCutOffWithinAnHour() {
    assertThat(plan.changelogs())
        .allMatch(changelog -> changelog.settings().get("cleanup.policy").startsWith("compact"));
    assertThat(plan.changelogs())
        .filteredOn(changelog -> changelog.settings().containsKey("retention.ms"))
        .extracting(Changelog::store)
        .containsExactly("audio-chunks", "conversations", "early-frames");
  }

  @Test
  void recordsChangePartitionByTopicsOfTheApplicationsOwn() {
    assertThat(plan.repartitions())
        .extracting(TopologyPlan.Repartition::topic)
        .containsExactly("temperline-customer-calls-repartition");
    assertThat(plan.nodes())
        .filteredOn(node -> node.topics().stream().anyMatch(plan::isInternal))
        .extracting(Node::kind)
        .containsExactlyInAnyOrder(Kind.SOURCE, Kind.SINK);
    assertThat(plan.nodes())
        .flatExtracting(Node::topics)
        .filteredOn(topic -> topic.toString().endsWith("-repartition"))
        .allMatch(topic -> plan.isInternal(topic.toString()));
  }

  @Test
  void aNodeComesBeforeThoseThatItPassesRecordsTo() {
    List<String> names = plan.nodes().stream().map(Node::name).toList();
    assertThat(plan.nodes())
        .allSatisfy(
            node ->
                assertThat(node.next())
                    .allMatch(next -> names.indexOf(next) > names.indexOf(node.name())));
  }

  @Test
  void whatIsReadAndWrittenIsTheCatalogue() {
    assertThat(plan.topics(Kind.SOURCE))
        .containsExactlyInAnyOrder(
            "temperline.audio", "temperline.calls", "temperline.commands", "temperline.rules");
    assertThat(Stream.concat(plan.topics(Kind.SOURCE).stream(), plan.topics(Kind.SINK).stream()))
        .containsOnly(
            "temperline.audio",
            "temperline.calls",
            "temperline.emotions",
            "temperline.escalations",
            "temperline.history",
            "temperline.commands",
            "temperline.rules",
            "temperline.dead-letters");
  }

  @Test
  void anotherApplicationIdNamesTheGroupAndTheChangelogs() {
    Properties properties = properties();
    properties.setProperty("application.id", "night-shift");

    TopologyPlan other = TopologyPlan.of(properties);

    assertThat(other.applicationId()).isEqualTo("night-shift");
    assertThat(other.changelogs())
        .extracting(Changelog::topic)
        .contains("night-shift-call-state-changelog");
  }
}
