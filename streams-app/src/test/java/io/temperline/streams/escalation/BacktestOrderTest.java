package io.temperline.streams.escalation;

import static io.temperline.streams.escalation.Windows.NINE;
import static org.assertj.core.api.Assertions.assertThat;

import io.temperline.rules.RuleEngine;
import io.temperline.rules.RuleSetLoader;
import io.temperline.schemas.CallEvent;
import io.temperline.schemas.CallEventType;
import io.temperline.schemas.Channel;
import io.temperline.schemas.ClearReason;
import io.temperline.schemas.Escalation;
import io.temperline.schemas.EscalationStatus;
import java.util.List;
import org.junit.jupiter.api.Test;

/** In which order a call of the past is judged. */
class BacktestOrderTest {

  private final Backtest test =
      new Backtest(
          at ->
              new RuleEngine(
                  new RuleSetLoader()
                      .load(
                          """
                          version: v
                          rules:
                            - {name: loud, expr: anger > 0.5, severity: info}
                            - {name: held, expr: on_hold, severity: info}
                          """)));

  @Test
  void aHoldIsKnownFromItsTimeOnWhereverItIsToldOf() {
    test.learn(event(CallEventType.RESUMED, 4));
    test.learn(event(CallEventType.HELD, 2));
    hear(1, 2, 3, 4, 5);

    List<Escalation> steps = only().steps();
    assertThat(steps)
        .extracting(Escalation::getStatus)
        .containsExactly(EscalationStatus.RAISED, EscalationStatus.CLEARED);
    assertThat(steps.get(0).getAt()).isEqualTo(NINE.plusSeconds(3));
    assertThat(steps.get(1).getAt()).isEqualTo(NINE.plusSeconds(5));
  }

  @Test
  void aCallEndsAfterItsLastWindowThoughThatReachesBeyond() {
    test.learn(CallEvent.newBuilder(event(CallEventType.ENDED, 3)).build());
    test.hear(Windows.scored(3, 0.9f, null).build());

    List<Escalation> steps = only().steps();
    assertThat(steps).hasSize(2);
    assertThat(steps.get(1).getClearedBecause()).isEqualTo(ClearReason.CALL_ENDED);
    assertThat(steps.get(1).getAt()).isEqualTo(NINE.plusSeconds(3));
  }

  @Test
  void aWindowThatBeginsAfterTheEndIsOfAnotherCall() {
    test.learn(event(CallEventType.ENDED, 3));
    test.hear(Windows.scored(3, 0.9f, null).build());
    test.hear(Windows.scored(9, 0.9f, null).setWindow(0).build());

    assertThat(only().steps())
        .extracting(Escalation::getStatus)
        .containsExactly(
            EscalationStatus.RAISED, EscalationStatus.CLEARED, EscalationStatus.RAISED);
  }

  @Test
  void aCallLastsFromWhatWasFirstHeardOfItToItsEnd() {
    test.learn(event(CallEventType.STARTED, 1));
    test.learn(event(CallEventType.ENDED, 61));
    hear(5);

    JudgedCall call = only();
    assertThat(call.beganAt()).isEqualTo(NINE);
    assertThat(call.endedAt()).isEqualTo(NINE.plusSeconds(61));
  }

  @Test
  void agentsAreNotJudged() {
    test.hear(Windows.scored(1, 0.9f, null).setChannel(Channel.AGENT).build());

    assertThat(test.finish()).isEmpty();
  }

  private void hear(int... seconds) {
    for (int second : seconds) {
      test.hear(Windows.scored(second, 0.1f, null).build());
    }
  }

  private JudgedCall only() {
    List<JudgedCall> calls = test.finish();
    assertThat(calls).hasSize(1);
    return calls.get(0);
  }

  private static CallEvent event(CallEventType type, int second) {
    return CallEvent.newBuilder()
        .setCallId("ada")
        .setType(type)
        .setEffectiveAt(NINE.plusSeconds(second))
        .build();
  }
}
