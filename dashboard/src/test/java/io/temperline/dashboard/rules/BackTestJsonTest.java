package io.temperline.dashboard.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.temperline.dashboard.rules.BackTester.Alert;
import io.temperline.dashboard.rules.BackTester.Change;
import io.temperline.rules.RuleSet;
import io.temperline.rules.RuleSetLoader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is told of a back-test. */
class BackTestJsonTest {

  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  private final RuleSet tested = set("new", "loud");
  private final RuleSet against = set("old", "loud");

  @Test
  void alertsAreCountedForTheSetsThatRaiseThem() {
    List<Alert> alerts = new ArrayList<>();
    alerts.addAll(Collections.nCopies(1, alert(Change.SAME)));
    alerts.addAll(Collections.nCopies(2, alert(Change.MOVED)));
    alerts.addAll(Collections.nCopies(3, alert(Change.ONLY_TESTED)));
    alerts.addAll(Collections.nCopies(4, alert(Change.ONLY_AGAINST)));

    BackTestJson json = json(Duration.ofMinutes(30), alerts);

    assertThat(json.rules())
        .containsExactly(new BackTestJson.OfRule("loud", 6, 7, 12.0, 14.0, 3, 4, 2));
    assertThat(json.differing())
        .hasSize(9)
        .extracting(BackTestJson.Alert::change)
        .startsWith(Change.ONLY_TESTED)
        .endsWith(Change.MOVED);
  }

  @Test
  void aFloodIsCountedAndCutShort() {
    BackTestJson json =
        json(Duration.ofHours(1), Collections.nCopies(950, alert(Change.ONLY_TESTED)));

    assertThat(json.rules().get(0).onlyTested()).isEqualTo(950);
    assertThat(json.differing()).hasSize(200);
    assertThat(json.more()).isEqualTo(750);
  }

  @Test
  void withoutCallsThereIsNoRate() {
    assertThat(json(Duration.ZERO, List.of()).rules().get(0).perHour()).isNull();
  }

  private BackTestJson json(Duration time, List<Alert> alerts) {
    return BackTestJson.of(tested, against, NOON, new BackTester.Outcome(2, time, 0, alerts));
  }

  private static Alert alert(Change change) {
    return new Alert(change, "ada", "loud", "info", NOON, Optional.empty(), "Loud");
  }

  private static RuleSet set(String version, String rule) {
    return new RuleSetLoader()
        .load(
            "version: %s\nrules: [{name: %s, expr: anger > 0.5, severity: info}]"
                .formatted(version, rule));
  }
}
