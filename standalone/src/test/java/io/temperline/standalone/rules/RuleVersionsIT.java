package io.temperline.standalone.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.temperline.dashboard.rules.PublishedSets;
import io.temperline.dashboard.rules.RefusedRulesException;
import io.temperline.dashboard.rules.RefusedRulesException.Reason;
import io.temperline.dashboard.rules.RulesDesk;
import io.temperline.dashboard.rules.RulesTopic;
import io.temperline.rules.RuleSetLoader;
import io.temperline.schemas.LoneWriter;
import io.temperline.schemas.PublishedRules;
import io.temperline.schemas.TopicScan;
import io.temperline.standalone.TestKafka;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A version means one set, whoever publishes and wherever. */
class RuleVersionsIT {

  private static final int ROUNDS = 5;

  @TempDir private Path folder;

  private TestKafka kafka;
  private RulesDesk here;
  private RulesDesk there;

  @BeforeEach
  void start() throws Exception {
    kafka = TestKafka.start(folder, 2);
    here = desk();
    there = desk();
  }

  @AfterEach
  void stop() {
    kafka.close();
  }

  @Test
  void ofTwoThatApplyAVersionAtTheSameTimeOneIsRefused() throws Exception {
    List<String> published = new ArrayList<>();
    ExecutorService both = Executors.newFixedThreadPool(2);
    try {
      for (int round = 0; round < ROUNDS; round++) {
        CyclicBarrier together = new CyclicBarrier(2);
        String version = "v" + round;
        Future<Optional<String>> one = both.submit(apply(here, set(version, "here"), together));
        Future<Optional<String>> other = both.submit(apply(there, set(version, "there"), together));
        List<String> applied = Stream.of(one.get(), other.get()).flatMap(Optional::stream).toList();
        assertThat(applied).as(version).hasSize(1);
        published.addAll(applied);
      }
    } finally {
      both.shutdownNow();
    }

    assertThat(here.sets().all())
        .extracting(PublishedRules::getYaml)
        .containsExactlyInAnyOrderElementsOf(published);
    List<String> records = new ArrayList<>();
    new TopicScan(kafka.clients()).read(kafka.topics().rules(), e -> records.add(e.key()));
    assertThat(records).hasSize(ROUNDS).doesNotHaveDuplicates();
  }

  @Test
  void aDeletedVersionDoesNotReturn() {
    here.apply(set("v1", "first"), "olga", Optional.empty());
    here.apply(set("v2", "second"), "olga", Optional.empty());

    assertThat(there.delete("v2", Optional.of("bea")).all())
        .extracting(PublishedRules::getVersion)
        .containsExactly("v1");

    assertThatExceptionOfType(RefusedRulesException.class)
        .isThrownBy(() -> here.apply(set("v2", "other"), "olga", Optional.empty()))
        .matches(e -> e.reason() == Reason.VERSION_TAKEN)
        .withMessageContaining("was withdrawn");
    here.apply(set("v3", "other"), "olga", Optional.empty());
    PublishedSets sets = desk().sets();
    assertThat(sets.all()).extracting(PublishedRules::getVersion).containsExactly("v1", "v3");
    assertThat(sets.wasWithdrawn("v2")).isTrue();
  }

  @Test
  void whatFailsOnTheWayWritesNothingAndHoldsNobodyUp() {
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(
            () ->
                new LoneWriter(kafka.clients(), RulesTopic.TRANSACTIONS)
                    .write(
                        pen -> {
                          pen.write(kafka.topics().rules(), "v1", rules("v1"));
                          throw new IllegalStateException("on the way");
                        }));

    assertThat(here.sets().all()).isEmpty();
    assertThat(there.apply(set("v1", "only"), "olga", Optional.empty()).isNew()).isTrue();
    assertThat(here.sets().all()).extracting(PublishedRules::getVersion).containsExactly("v1");
  }

  /** What was published, if it was. */
  private static Callable<Optional<String>> apply(
      RulesDesk desk, String yaml, CyclicBarrier together) {
    return () -> {
      together.await();
      try {
        return Optional.of(desk.apply(yaml, "olga", Optional.empty()).rules().getYaml());
      } catch (RefusedRulesException e) {
        assertThat(e.reason()).isEqualTo(Reason.VERSION_TAKEN);
        return Optional.empty();
      }
    };
  }

  private RulesDesk desk() {
    return new RulesDesk(new RulesTopic(kafka.clients()), new RuleSetLoader(), Clock.systemUTC());
  }

  private static PublishedRules rules(String version) {
    return PublishedRules.newBuilder()
        .setVersion(version)
        .setEffectiveFrom(Clock.systemUTC().instant())
        .setPublishedAt(Clock.systemUTC().instant())
        .setPublishedBy("olga")
        .setYaml(set(version, "written"))
        .build();
  }

  private static String set(String version, String comment) {
    return "# %s%nversion: %s%nrules: []%n".formatted(comment, version);
  }
}
