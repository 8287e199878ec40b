package io.temperline.standalone.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.temperline.dashboard.rules.PublishedSets;
import io.temperline.rules.CallState;
import io.temperline.rules.Moment;
import io.temperline.rules.RuleSet;
import io.temperline.rules.RuleSetLoader;
import io.temperline.schemas.PublishedRules;
import io.temperline.schemas.TrustedClasses;
import io.temperline.streams.escalation.RuleBook;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What people are told is in force is what the streams application judges by. */
class InForceTest {

  static {
    TrustedClasses.trustOurs();
  }

  private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
  private static final List<String> EMOTIONS = List.of("angry");

  private final RuleBook book = new RuleBook(EMOTIONS);
  private final Map<String, PublishedRules> sets = new HashMap<>();

  @Test
  void itIsSoWhateverIsPublishedAndWithdrawn() {
    Random random = new Random(7);
    for (int step = 0; step < 60; step++) {
      String version = "v" + random.nextInt(8);
      if (random.nextInt(4) == 0) {
        sets.remove(version);
        book.withdraw(version);
      } else {
        publish(version, random);
      }
      Instant moment = NINE.plusSeconds(random.nextInt(7) - 1);
      assertThat(told(moment)).isEqualTo(judged(moment));
    }
  }

  private void publish(String version, Random random) {
    String figure = random.nextInt(4) == 0 ? "emotions['sad'] > 0.5 || " : "";
    PublishedRules set =
        PublishedRules.newBuilder()
            .setVersion(version)
            .setEffectiveFrom(NINE.plusSeconds(random.nextInt(5)))
            .setPublishedAt(NINE.plusSeconds(random.nextInt(3)))
            .setPublishedBy("olga")
            .setYaml(
                "version: %s\nrules: [{name: any, expr: \"%sholds < 3\", severity: info}]\n"
                    .formatted(version, figure))
            .build();
    boolean usable = figure.isEmpty();
    // The book keeps the usable set of a version where an unusable one comes in its place; the
    // desk refuses a version that is taken, so that this cannot come up.
    if (usable || !sets.containsKey(version)) {
      sets.put(version, set);
      book.publish(set);
    }
  }

  private String told(Instant moment) {
    return new PublishedSets(sets.values(), new RuleSetLoader(Set.copyOf(EMOTIONS)))
        .inForceAt(moment)
        .map(PublishedRules::getVersion)
        .orElse(RuleSet.shipped().version());
  }

  private String judged(Instant moment) {
    Moment window = new Moment(moment, Duration.ofSeconds(1), true, 1, Map.of("holds", 0L));
    return book.at(moment).next(CallState.NEW, window).steps().stream()
        .map(step -> step.alert().version())
        .findFirst()
        .orElse(RuleSet.shipped().version());
  }
}
