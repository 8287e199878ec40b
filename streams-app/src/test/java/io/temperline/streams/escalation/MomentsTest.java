package io.temperline.streams.escalation;

import static io.temperline.streams.escalation.Windows.NINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.temperline.rules.Moment;
import io.temperline.schemas.CallEvent;
import io.temperline.schemas.CallEventType;
import io.temperline.schemas.Direction;
import io.temperline.streams.state.EscalationState;
import java.time.Duration;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class MomentsTest {

  private final EscalationState state = CallFacts.begin(NINE);

  @Test
  void aWindowTellsOfTheCallersEmotionInRoundNumbers() {
    Moment moment = Moments.next(state, Windows.scored(1, 0.3f, -0.1f).build());

    assertThat(moment.scored()).isTrue();
    assertThat(moment.window()).isZero();
    assertThat(moment.hop()).isEqualTo(Duration.ofSeconds(1));
    assertThat(moment.at()).isEqualTo(NINE.plusSeconds(1));
    assertThat(moment.values())
        .containsEntry("anger", 0.3)
        .containsEntry("valence", -0.1)
        .containsEntry("caller_loudness", -20.5)
        .containsEntry("emotions", Map.of("angry", 0.3, "neutral", 0.7))
        .containsEntry("call_age", Duration.ofSeconds(1));
  }

  @Test
  void whatIsNotKnownIsLeftOut() {
    assertThat(Moments.next(state, Windows.silent(1, null).build()).values())
        .containsOnlyKeys("on_hold", "hold", "hold_total", "holds", "call_age", "attributes");
    assertThat(Moments.next(state, Windows.scored(2, 0.3f, null).build()).values())
        .doesNotContainKeys("valence", "queue", "overlap", "valence_trend_10s");
  }

  @Test
  void aTrendIsAgainstTheMeanOfTheWindowsWithinItsSpan() {
    DoubleUnaryOperator anger = second -> second <= 20 ? 0.1 : 0.5;
    for (int second = 1; second < 31; second++) {
      Moment moment =
          Moments.next(
              state, Windows.scored(second, (float) anger.applyAsDouble(second), null).build());
      assertThat(moment.values().containsKey("anger_trend_10s")).isEqualTo(second > 10);
    }

    Moment moment = Moments.next(state, Windows.scored(31, 0.7f, null).build());

    // The ten seconds before hold windows 21 to 30, the thirty windows 1 to 30.
    assertThat((double) moment.values().get("anger_trend_10s")).isCloseTo(0.2, within(1e-6));
    assertThat((double) moment.values().get("anger_trend_30s"))
        .isCloseTo(0.7 - (20 * 0.1 + 10 * 0.5) / 30, within(1e-6));
    assertThat(moment.values()).doesNotContainKey("anger_trend_60s");
  }

  @Test
  void noMoreThanAMinuteIsRemembered() {
    for (int second = 1; second < 200; second++) {
      Moments.next(state, Windows.scored(second, 0.1f, 0f).build());
    }

    assertThat(state.getRecent()).hasSize(61);
  }

  @Test
  void aConversationIsToldAsTheRulesCallIt() {
    Moment moment =
        Moments.next(
            state,
            Windows.scored(1, 0.1f, null)
                .setConversation(
                    Windows.conversation()
                        .setSilenceMs(1500)
                        .setRecentOverlapShare(0.125f)
                        .setCallerPitchRiseSemitones(2.25f)
                        .build())
                .build());

    assertThat(moment.values())
        .containsEntry("silence", Duration.ofMillis(1500))
        .containsEntry("overlap", 0.125)
        .containsEntry("caller_pitch_rise", 2.25)
        .containsEntry("speaking_rate", 4.5)
        .containsEntry("talk_share", 0.25)
        .containsEntry("agent_loudness", -18.25)
        .containsEntry("agent_interrupts", 0L)
        .containsEntry("caller_interrupts", 0L);
  }

  @Test
  void holdsAreCountedAndMeasuredAtTheWindow() {
    CallFacts.add(state, event(CallEventType.HELD, 10).build());
    assertThat(Moments.next(state, Windows.silent(10, null).build()).values())
        .containsEntry("on_hold", false)
        .containsEntry("holds", 1L);
    assertThat(Moments.next(state, Windows.silent(14, null).build()).values())
        .containsEntry("on_hold", true)
        .containsEntry("hold", Duration.ofSeconds(4));

    CallFacts.add(state, event(CallEventType.RESUMED, 15).build());
    CallFacts.add(state, event(CallEventType.HELD, 20).build());
    assertThat(Moments.next(state, Windows.silent(22, null).build()).values())
        .containsEntry("hold", Duration.ofSeconds(2))
        .containsEntry("hold_total", Duration.ofSeconds(7))
        .containsEntry("holds", 2L);
  }

  @Test
  void callEventsTellOfTheCall() {
    CallFacts.add(
        state,
        event(CallEventType.STARTED, 0)
            .setQueue("billing")
            .setLanguage("de-AT")
            .setDirection(Direction.INBOUND)
            .setAttributes(Map.of("tier", "gold"))
            .build());
    CallFacts.add(
        state,
        event(CallEventType.TRANSFERRED, 5)
            .setQueue("complaints")
            .setAttributes(Map.of("case", "7"))
            .build());

    assertThat(Moments.next(state, Windows.silent(6, null).build()).values())
        .containsEntry("queue", "complaints")
        .containsEntry("language", "de-AT")
        .containsEntry("direction", "inbound")
        .containsEntry("attributes", Map.of("tier", "gold", "case", "7"));
  }

  private static CallEvent.Builder event(CallEventType type, int second) {
    return CallEvent.newBuilder()
        .setCallId("ada")
        .setType(type)
        .setEffectiveAt(NINE.plusSeconds(second));
  }
}
