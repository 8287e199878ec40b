package io.temperline.dashboard.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.temperline.dashboard.delivery.channel.Step;
import io.temperline.schemas.Escalation;
import io.temperline.schemas.EscalationStatus;
import io.temperline.schemas.Severity;
import io.temperline.schemas.Turn;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FilterTest {

  private static final AlertStory CALL = new AlertStory("ada");
  private static final Set<Step> ALL = EnumSet.allOf(Step.class);
  private static final Set<Step> USUAL =
      EnumSet.of(Step.RAISED, Step.WORSE, Step.GOES_ON, Step.CLEARED);

  private static final boolean PASSES = true;
  private static final boolean STOPS = false;

  static Stream<Arguments> steps() {
    return Stream.of(
        arguments(PASSES, USUAL, CALL.raised()),
        arguments(PASSES, USUAL, CALL.worse(20)),
        arguments(STOPS, USUAL, CALL.better(20)),
        arguments(PASSES, USUAL, CALL.awake(20)),
        arguments(PASSES, USUAL, asleep(EscalationStatus.CLEARED, 20, 60)),
        arguments(STOPS, USUAL, CALL.acknowledged(20)),
        arguments(STOPS, USUAL, CALL.snoozed(20, 60)),
        arguments(STOPS, USUAL, CALL.noted(20, "hm")),
        arguments(PASSES, ALL, CALL.better(20)),
        arguments(PASSES, ALL, CALL.acknowledged(20)),
        arguments(PASSES, ALL, CALL.snoozed(20, 60)),
        arguments(PASSES, ALL, CALL.noted(20, "hm")),
        // An alert that sleeps, and one whose sleep is over.
        arguments(STOPS, ALL, asleep(EscalationStatus.UPDATED, 59, 60)),
        arguments(PASSES, ALL, asleep(EscalationStatus.UPDATED, 60, 60)),
        arguments(STOPS, ALL, asleep(EscalationStatus.NOTED, 59, 60)));
  }

  @ParameterizedTest
  @MethodSource
  void steps(boolean passes, Set<Step> steps, Escalation alert) {
    var filter = new Filter(Severity.INFO, steps, Set.of(), List.of(), Set.of(), Map.of());
    assertThat(passes(filter, alert)).isEqualTo(passes);
  }

  static Stream<Arguments> severities() {
    return Stream.of(
        arguments(PASSES, Severity.INFO, Severity.INFO),
        arguments(STOPS, Severity.WARNING, Severity.INFO),
        arguments(PASSES, Severity.WARNING, Severity.WARNING),
        arguments(PASSES, Severity.WARNING, Severity.CRITICAL),
        arguments(STOPS, Severity.CRITICAL, Severity.WARNING),
        arguments(PASSES, Severity.CRITICAL, Severity.UNKNOWN));
  }

  @ParameterizedTest
  @MethodSource
  void severities(boolean passes, Severity least, Severity severity) {
    var filter = new Filter(least, ALL, Set.of(), List.of(), Set.of(), Map.of());
    Escalation alert = CALL.step(EscalationStatus.RAISED, 10).setSeverity(severity).build();
    assertThat(passes(filter, alert)).isEqualTo(passes);
  }

  /** The alert is of queue Billing, language de-AT, rule sustained-anger, label team: gold. */
  static Stream<Arguments> calls() {
    return Stream.of(
        arguments(PASSES, Set.of("Billing", "Sales"), List.of(), Set.of(), Map.of()),
        arguments(STOPS, Set.of("Sales"), List.of(), Set.of(), Map.of()),
        arguments(PASSES, Set.of(), List.of("de"), Set.of(), Map.of()),
        arguments(PASSES, Set.of(), List.of("en", "DE-at"), Set.of(), Map.of()),
        arguments(STOPS, Set.of(), List.of("d"), Set.of(), Map.of()),
        arguments(STOPS, Set.of(), List.of("de-DE"), Set.of(), Map.of()),
        arguments(PASSES, Set.of(), List.of(), Set.of("sustained-anger"), Map.of()),
        arguments(STOPS, Set.of(), List.of(), Set.of("rising-anger"), Map.of()),
        arguments(PASSES, Set.of(), List.of(), Set.of(), Map.of("team", "gold")),
        arguments(STOPS, Set.of(), List.of(), Set.of(), Map.of("team", "silver")),
        arguments(STOPS, Set.of(), List.of(), Set.of(), Map.of("team", "gold", "site", "1")));
  }

  @ParameterizedTest
  @MethodSource
  void calls(
      boolean passes,
      Set<String> queues,
      List<String> languages,
      Set<String> rules,
      Map<String, String> labels) {
    var filter = new Filter(Severity.INFO, ALL, queues, languages, rules, labels);
    assertThat(passes(filter, CALL.raised())).isEqualTo(passes);
  }

  @Test
  void whatIsNotKnownOfACallDoesNotPassAFilterThatNamesIt() {
    Escalation unknown =
        CALL.step(EscalationStatus.RAISED, 10).setQueue(null).setLanguage(null).build();
    var byQueue = new Filter(Severity.INFO, ALL, Set.of("Billing"), List.of(), Set.of(), Map.of());
    var byLanguage = new Filter(Severity.INFO, ALL, Set.of(), List.of("de"), Set.of(), Map.of());

    assertThat(passes(byQueue, unknown)).isFalse();
    assertThat(passes(byLanguage, unknown)).isFalse();
  }

  @Test
  void aStepOfALaterVersionIsNoneAndATurnOfALaterVersionIsToldAbout() {
    assertThat(Step.of(CALL.step(EscalationStatus.UNKNOWN, 10).build())).isEmpty();
    assertThat(Step.of(CALL.step(EscalationStatus.UPDATED, 10).setTurn(Turn.UNKNOWN).build()))
        .hasValue(Step.GOES_ON);
  }

  private static Escalation asleep(EscalationStatus status, long second, long until) {
    return CALL.step(status, second).setSnoozedUntil(AlertStory.at(until)).build();
  }

  private static boolean passes(Filter filter, Escalation alert) {
    return filter.passes(Step.of(alert).orElseThrow(), alert);
  }
}
