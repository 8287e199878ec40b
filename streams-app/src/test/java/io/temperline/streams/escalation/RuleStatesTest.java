package io.temperline.streams.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import io.temperline.rules.RuleEngine;
import io.temperline.rules.RuleSet;
import io.temperline.rules.RuleSetLoader;
import io.temperline.schemas.EmotionEvent;
import io.temperline.schemas.Escalation;
import io.temperline.streams.state.AvroState;
import io.temperline.streams.state.EscalationState;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** However often a call's state goes through a store, its steps are the same. */
class RuleStatesTest {

  private static final Serde<EscalationState> SERDE = AvroState.serde(EscalationState.class);
  private static final int CALLS = 50;

  private static final RuleSet EVERY_KIND_OF_VALUE =
      new RuleSetLoader()
          .load(
              """
              version: kinds
              rules:
                - name: kinds
                  expr: anger >= 0.4 && !on_hold && holds < 3 && call_age > duration("2s")
                  for: 2s
                  keepFiring: {until: anger < 0.3, for: 2s}
                  cooldown: 4s
                  severity: info
                  action: offer-call-back
                  labels: {team: floor}
                  updates: {value: anger, step: 0.1}
                  annotations: {a: "{{ anger }} {{ queue }} {{ emotions['angry'] }}"}
              """);

  static Stream<RuleSet> sets() {
    return Stream.of(RuleSet.shipped(), EVERY_KIND_OF_VALUE);
  }

  @ParameterizedTest
  @MethodSource("sets")
  void aStoredStateGoesOnAsIfItHadNotBeenStored(RuleSet rules) {
    RuleEngine engine = new RuleEngine(rules);
    CallWatch watch = new CallWatch(at -> engine);
    int steps = 0;
    for (int seed = 0; seed < CALLS; seed++) {
      List<EmotionEvent> call = randomCall(new Random(seed));
      List<Escalation> throughStore = steps(watch, call, RuleStatesTest::throughStore);
      assertThat(throughStore).isEqualTo(steps(watch, call, state -> state));
      steps += throughStore.size();
    }
    assertThat(steps).isGreaterThan(CALLS);
  }

  @Test
  void anUnfinishedCallEndsWithItsAlertsCleared() {
    RuleEngine engine = new RuleEngine(EVERY_KIND_OF_VALUE);
    CallWatch watch = new CallWatch(at -> engine);
    EscalationState state = watch.begin(Windows.NINE);
    for (int second = 1; second < 8; second++) {
      watch.hear(state, Windows.scored(second, 0.9f, null).build());
      state = throughStore(state);
    }

    assertThat(watch.end(state, "ada", Windows.NINE.plusSeconds(9)))
        .hasSize(1)
        .allSatisfy(
            step -> {
              assertThat(step.getClearedAt()).isEqualTo(Windows.NINE.plusSeconds(9));
              assertThat(step.getLabels()).containsEntry("team", "floor");
              assertThat(step.getEvidence().getFigures())
                  .containsEntry("anger", 0.9)
                  .containsEntry("on_hold", false)
                  .containsEntry("holds", 0.0)
                  .containsEntry("call_age", 7.0);
            });
  }

  private static List<Escalation> steps(
      CallWatch watch, List<EmotionEvent> call, UnaryOperator<EscalationState> between) {
    List<Escalation> steps = new ArrayList<>();
    EscalationState state = watch.begin(Windows.NINE);
    for (EmotionEvent window : call) {
      steps.addAll(watch.hear(state, window));
      state = between.apply(state);
    }
    steps.addAll(watch.end(state, "ada", Windows.NINE.plusSeconds(300)));
    return steps;
  }

  private static EscalationState throughStore(EscalationState state) {
    return SERDE.deserializer().deserialize("t", SERDE.serializer().serialize("t", state));
  }

  private static List<EmotionEvent> randomCall(Random random) {
    List<EmotionEvent> call = new ArrayList<>();
    float anger = 0.1f;
    Float valence = 0f;
    for (int second = 1; second <= 150; second++) {
      anger = Math.min(1, Math.max(0, anger + (random.nextFloat() - 0.48f) * 0.3f));
      valence = random.nextInt(10) == 0 ? null : Float.valueOf(0.2f - anger);
      EmotionEvent.Builder window =
          random.nextInt(4) == 0
              ? Windows.silent(second, Windows.smoothed(anger, valence))
              : Windows.scored(second, anger, valence);
      if (random.nextInt(3) > 0) {
        window.setConversation(
            Windows.conversation()
                .setRecentOverlapShare(random.nextFloat())
                .setSilenceMs(random.nextInt(15_000))
                .setAgent(Windows.side().setInterruptions(random.nextInt(5)).build())
                .build());
      }
      call.add(window.build());
    }
    return call;
  }
}
