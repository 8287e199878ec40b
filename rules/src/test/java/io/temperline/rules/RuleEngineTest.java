package io.temperline.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleEngineTest {

  @Test
  void firesOnceTheExpressionHasHeldForLongEnough() {
    assertThat(underRule("for: 3s").isAngryBy(0.5, 6).story()).containsExactly("3s r: raised");
  }

  @Test
  void beginsAnewWhenTheExpressionBreaks() {
    assertThat(underRule("for: 3s").isAngryBy(0.5, 2).isAngryBy(0.1, 1).isAngryBy(0.5, 3).story())
        .containsExactly("6s r: raised");
  }

  @Test
  void firesAtOnceWithoutATime() {
    assertThat(underRule("").isAngryBy(0.5, 1).story()).containsExactly("1s r: raised");
  }

  @Test
  void clearsWhenTheExpressionIsFalse() {
    assertThat(underRule("").isAngryBy(0.5, 2).isAngryBy(0.1, 1).story())
        .containsExactly("1s r: raised", "3s r: cleared, calm");
  }

  @Test
  void onTheClockOfTimeWindowsThatAreNotScoredCount() {
    assertThat(underRule("for: 3s").isAngryBy(0.5, 1).isSilentFor(2).story())
        .containsExactly("3s r: raised");
  }

  @Test
  void onTheClockOfSpeechWindowsThatAreNotScoredNeitherAddNorBreak() {
    assertThat(
            underRule("for: 3s, clock: speech")
                .isAngryBy(0.5, 1)
                .isSilentFor(5)
                .isAngryBy(0.5, 2)
                .story())
        .containsExactly("8s r: raised");
  }

  @Test
  void calmIsCountedOnTheSameClock() {
    PhoneCall call =
        underRule("clock: speech, keepFiring: {until: anger < 0.2, for: 2s}").isAngryBy(0.5, 1);

    assertThat(call.isAngryBy(0.1, 1).isSilentFor(9).isAngryBy(0.1, 1).story())
        .containsExactly("1s r: raised", "12s r: cleared, calm");
  }

  @Test
  void keepsFiringUntilTheSecondExpressionHasHeldForItsTime() {
    PhoneCall call = underRule("keepFiring: {until: anger < 0.2, for: 2s}").isAngryBy(0.5, 1);

    assertThat(
            call.isAngryBy(0.25, 5).isAngryBy(0.1, 1).isAngryBy(0.25, 1).isAngryBy(0.1, 2).story())
        .containsExactly("1s r: raised", "10s r: cleared, calm");
  }

  @Test
  void keepsFiringForATimeAfterTheExpression() {
    PhoneCall call = underRule("keepFiring: {for: 2s}").isAngryBy(0.5, 1);

    assertThat(call.isAngryBy(0.2, 1).isAngryBy(0.5, 1).isAngryBy(0.2, 2).story())
        .containsExactly("1s r: raised", "5s r: cleared, calm");
  }

  @Test
  void restsAfterClearing() {
    PhoneCall call = underRule("for: 2s, cooldown: 10s").isAngryBy(0.5, 2).isAngryBy(0.1, 1);

    assertThat(call.isAngryBy(0.5, 20).story())
        .containsExactly("2s r: raised", "3s r: cleared, calm", "14s r: raised");
  }

  @Test
  void tellsOfWorseAndBetterBySteps() {
    PhoneCall call = underRule("updates: {value: anger, step: 0.1}").isAngryBy(0.5, 2);

    assertThat(
            call.isAngryBy(0.55, 1).isAngryBy(0.6, 2).isAngryBy(0.65, 1).isAngryBy(0.45, 2).story())
        .containsExactly("1s r: raised", "4s r: worse", "7s r: better");
  }

  @Test
  void takesTheFirstKnownValueForTold() {
    PhoneCall call = underRule("updates: {value: valence, step: 0.1}").isAngryBy(0.5, 2);

    assertThat(call.with("valence", 0.3).speaksFor(1).with("valence", 0.1).speaksFor(1).story())
        .containsExactly("1s r: raised", "4s r: better");
  }

  @Test
  void evidenceIsWhatTheExpressionsNameAndNothingElse() {
    PhoneCall call =
        PhoneCall.under(
                rule(
                    "anger >= 0.3 && emotions[\"sad\"] < 0.5",
                    "for: 3s, updates: {value: anger, step: 0.2}, "
                        + "annotations: {a: '{{ hold }} {{ holds }}'}"))
            .with("emotions", Map.of("sad", 0.1, "happy", 0.2))
            .with("valence", -0.5)
            .with("hold", Duration.ofSeconds(4))
            .isAngryBy(0.1, 4)
            .isAngryBy(0.7, 2)
            .isAngryBy(0.5, 1);

    assertThat(call.lastStep().evidence())
        .isEqualTo(
            new Evidence(
                Map.of("anger", 0.5, "emotions[\"sad\"]", 0.1, "hold", Duration.ofSeconds(4)),
                OptionalDouble.of(0.5),
                OptionalDouble.of(0.7),
                Duration.ofSeconds(3),
                5,
                7));
  }

  @Test
  void aStepCarriesWhatTheRuleSays() {
    PhoneCall call =
        underRule(
                "for: 2s, severity: critical, action: offer-call-back, labels: {team: floor}, "
                    + "annotations: {summary: 'Anger {{ anger }} for {{ holding }}'}")
            .isAngryBy(0.456, 2);

    assertThat(call.lastStep().alert())
        .isEqualTo(
            new Alert(
                "r",
                "v1",
                Severity.CRITICAL,
                Optional.of(Action.OFFER_CALL_BACK),
                Map.of("team", "floor"),
                new Basis("anger >= 0.3", Optional.empty(), OptionalDouble.empty()),
                2,
                PhoneCall.BEGINNING.plusSeconds(2)));
    assertThat(call.lastStep().annotations()).isEqualTo(Map.of("summary", "Anger 0.46 for 2s"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "anger >= 0.3; anger; 0.3",
        "0.3 < anger; anger; 0.3",
        "anger >= 0.3 && anger > 0.4 && holds > 0; anger; 0.4",
        "anger >= 0.3 || holds > 0; anger;",
        "!(anger >= 0.3); anger;",
        "anger < 0.3; anger;",
        "anger >= 0.3; valence;",
        "anger >= 0.3; -anger;",
      })
  void theThresholdIsWhatTheWatchedFigureMustReach(
      String condition, String watched, Double threshold) {
    assertThat(basis(condition, watched).threshold())
        .isEqualTo(threshold == null ? OptionalDouble.empty() : OptionalDouble.of(threshold));
  }

  private static Basis basis(String condition, String watched) {
    return Basis.of(
        new RuleSetLoader()
            .load(rule(condition, "updates: {value: %s, step: 1}".formatted(watched)))
            .rules()
            .get(0));
  }

  @Test
  void anAnnotationCallsUnknownWhatIsNotKnown() {
    PhoneCall call =
        underRule("annotations: {a: '{{ queue }}, {{ anger > 0.4 }}, {{ peak }}, {{ 1 + 1 }}'}");

    assertThat(call.isAngryBy(0.5, 1).lastStep().annotations())
        .isEqualTo(Map.of("a", "unknown, true, unknown, 2"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "valence < 0.0",
        "valence >= 0.0",
        "!(valence < 0.0)",
        "valence == 0.0",
        "valence != 0.0",
        "valence < 0.0 ? true : true",
        "anger > 0.05 && valence < 0.0",
        "anger < 0.05 || valence < 0.0",
        "emotions[\"sad\"] < 0.9",
        "!(emotions[\"sad\"] > 0.9)",
        "attributes[\"tier\"] != \"gold\"",
        "holds / agent_interrupts == 0",
        "silence < duration(\"1h\")",
        "queue != \"billing\""
      })
  void whatIsNotKnownIsNeitherTrueNorFalse(String expr) {
    assertThat(knowingLittle(expr, "").isAngryBy(0.5, 3).story()).isEmpty();
    assertThat(
            knowingLittle("anger > 0.3 || (%s)".formatted(expr), "for: 2s")
                .isAngryBy(0.5, 1)
                .isAngryBy(0.1, 1)
                .isAngryBy(0.5, 1)
                .story())
        .as("the window between neither adds nor breaks")
        .containsExactly("3s r: raised");
  }

  @Test
  void whatTakesTooManyStepsIsNotKnown() {
    String dozen = "[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]";
    String square = "%1$s.all(x, %1$s.all(y, x > 0))".formatted(dozen);
    String cube = "%s.all(z, %s)".formatted(dozen, square);

    assertThat(underExpr(square).speaksFor(1).steps()).hasSize(1);
    assertThat(underExpr(cube).speaksFor(1).steps()).isEmpty();
  }

  @Test
  void whatIsNotKnownNeitherAddsNorBreaks() {
    PhoneCall call = underRule("for: 3s").isAngryBy(0.5, 2).without("anger").speaksFor(5);

    assertThat(call.isAngryBy(0.5, 1).story()).containsExactly("8s r: raised");
  }

  @Test
  void whatIsNotKnownDoesNotClear() {
    PhoneCall call = underRule("").isAngryBy(0.5, 1).without("anger").speaksFor(5);

    assertThat(call.story()).containsExactly("1s r: raised");
  }

  @Test
  void aNumberThatIsNoneIsNotKnown() {
    assertThat(underExpr("!(anger < 0.3)").isAngryBy(Double.NaN, 2).story()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'queue: [billing, sales]', sales, en-GB, gold, true",
    "'queue: [billing, sales]', support, en-GB, gold, false",
    "'language: [en, de-AT]', sales, en-GB, gold, true",
    "'language: [en, de-AT]', sales, EN, gold, true",
    "'language: [en, de-AT]', sales, de-at, gold, true",
    "'language: [en, de-AT]', sales, de-DE, gold, false",
    "'language: [en]', sales, eng, gold, false",
    "'attributes: {tier: [gold]}', sales, en, gold, true",
    "'attributes: {tier: [gold]}', sales, en, silver, false",
    "'attributes: {colour: [gold]}', sales, en, gold, false",
    "'queue: [sales], attributes: {tier: [silver]}', sales, en, gold, false"
  })
  void concernsTheCallsOfItsScope(
      String scope, String queue, String language, String tier, boolean concerned) {
    PhoneCall call =
        underRule("scope: {%s}".formatted(scope))
            .with("queue", queue)
            .with("language", language)
            .with("attributes", Map.of("tier", tier))
            .isAngryBy(0.5, 1);

    assertThat(call.steps()).hasSize(concerned ? 1 : 0);
  }

  @Test
  void waitsWhileItsScopeIsNotKnown() {
    PhoneCall call = underRule("scope: {queue: [sales]}").isAngryBy(0.5, 3);

    assertThat(call.with("queue", "sales").speaksFor(1).story()).containsExactly("4s r: raised");
  }

  @Test
  void clearsWhenTheCallLeavesItsScopeEvenInSilence() {
    PhoneCall call =
        underRule("clock: speech, scope: {queue: [sales]}")
            .with("queue", "sales")
            .isAngryBy(0.5, 2);

    assertThat(call.with("queue", "support").isSilentFor(2).story())
        .containsExactly("1s r: raised", "3s r: cleared, out_of_scope");
  }

  @Test
  void forgetsWhatHeldWhenTheCallLeavesItsScope() {
    PhoneCall call =
        underRule("for: 3s, scope: {queue: [sales]}").with("queue", "sales").isAngryBy(0.5, 2);

    call.with("queue", "support").speaksFor(1).with("queue", "sales").speaksFor(3);
    assertThat(call.story()).containsExactly("6s r: raised");
  }

  @Test
  void theEndOfTheCallClearsWhatFires() {
    PhoneCall call =
        underRule("annotations: {a: '{{ anger }}'}").isAngryBy(0.5, 1).isAngryBy(0.7, 1).ends();

    assertThat(call.story()).containsExactly("1s r: raised", "2s r: cleared, call_ended");
    assertThat(call.lastStep().evidence().values()).isEqualTo(Map.of("anger", 0.7));
    assertThat(call.lastStep().annotations()).as("as last told").isEqualTo(Map.of("a", "0.5"));
    assertThat(call.state()).isEqualTo(CallState.NEW);
  }

  @Test
  void theEndOfTheCallTellsNothingOfARuleThatDoesNotFire() {
    assertThat(underRule("for: 3s").isAngryBy(0.5, 2).ends().story()).isEmpty();
  }

  @Test
  void aRuleOfTheSameNameGoesOnInTheNextSet() {
    PhoneCall call =
        underRule("for: 3s")
            .isAngryBy(0.5, 2)
            .nowUnder(rule("anger >= 0.3", "for: 3s").replace("v1", "v2"))
            .isAngryBy(0.5, 2);

    assertThat(call.story()).containsExactly("3s r: raised");
    assertThat(call.lastStep().alert().version()).isEqualTo("v2");
  }

  @Test
  void anAlertKeepsTheVersionAndSeverityThatRaisedIt() {
    PhoneCall call =
        underRule("severity: critical")
            .isAngryBy(0.5, 2)
            .nowUnder(rule("anger >= 0.3", "severity: info").replace("v1", "v2"))
            .isAngryBy(0.1, 1);

    assertThat(call.story()).containsExactly("1s r: raised", "3s r: cleared, calm");
    assertThat(call.lastStep().alert().version()).isEqualTo("v1");
    assertThat(call.lastStep().alert().severity()).isEqualTo(Severity.CRITICAL);
  }

  @Test
  void anAlertOfARuleThatIsGoneClears() {
    PhoneCall call =
        underRule("").isAngryBy(0.5, 2).nowUnder("{version: v2, rules: []}").isSilentFor(3);

    assertThat(call.story()).containsExactly("1s r: raised", "3s r: cleared, rule_gone");
    assertThat(call.lastStep().alert().version()).isEqualTo("v1");
    assertThat(call.state()).isEqualTo(CallState.NEW);
  }

  @Test
  void aMomentRefusesWhatIsNoFigure() {
    PhoneCall call = underRule("");

    assertThatThrownBy(() -> call.with("angr", 0.5).speaksFor(1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a call has no figure angr");
    assertThatThrownBy(() -> call.without("angr").with("holds", 0.5).speaksFor(1))
        .hasMessage("holds must be a int, not 0.5");
  }

  private static PhoneCall knowingLittle(String expr, String more) {
    return PhoneCall.under(rule(expr, more))
        .with("emotions", Map.of("angry", 0.5))
        .with("attributes", Map.of())
        .with("holds", 1L)
        .with("agent_interrupts", 0L);
  }

  private static PhoneCall underExpr(String expr) {
    return PhoneCall.under(rule(expr, ""));
  }

  private static PhoneCall underRule(String more) {
    return PhoneCall.under(rule("anger >= 0.3", more));
  }

  private static String rule(String expr, String more) {
    String severity = more.contains("severity") ? "" : "severity: info, ";
    return "{version: v1, rules: [{name: r, expr: '%s', %s%s}]}".formatted(expr, severity, more);
  }
}
