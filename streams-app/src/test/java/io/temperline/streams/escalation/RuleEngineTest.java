package io.temperline.streams.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import io.temperline.schemas.AudioQuality;
import io.temperline.schemas.Channel;
import io.temperline.schemas.EmotionEvent;
import io.temperline.schemas.Escalation;
import io.temperline.schemas.EscalationStatus;
import io.temperline.schemas.ModelVersions;
import io.temperline.schemas.SmoothedEmotion;
import io.temperline.schemas.WindowStatus;
import io.temperline.streams.state.EscalationState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RuleEngineTest {

  private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

  /** Raises after 3 s at 0.6, clears after 4 s below 0.4, then rests for 10 s. */
  private final RuleEngine engine =
      new RuleEngine(
          new AngerRule(
              "anger",
              "1",
              "angry",
              0.6f,
              Duration.ofSeconds(3),
              0.4f,
              Duration.ofSeconds(4),
              Duration.ofSeconds(10),
              0.2f,
              "help"));

  private final EscalationState state = EscalationState.newBuilder().build();
  private final List<Escalation> steps = new ArrayList<>();
  private int second;

  @Test
  void angerRaisesOnceItWasSustained() {
    callerIs(0.7f, 2);
    assertThat(steps).isEmpty();
    callerIs(0.7f, 1);

    assertThat(statuses()).containsExactly(EscalationStatus.RAISED);
    assertThat(steps.get(0).getEvidence().getSpeechSeconds()).isEqualTo(3);
    assertThat(steps.get(0).getEvidence().getFirstWindow()).isZero();
    assertThat(steps.get(0).getEvidence().getLastWindow()).isEqualTo(2);
  }

  @Test
  void aSingleReadingRaisesNothing() {
    for (int i = 0; i < 20; i++) {
      callerIs(0.9f, 2);
      callerIs(0.5f, 1);
    }

    assertThat(steps).isEmpty();
  }

  @Test
  void betweenTheTwoLevelsNothingHappens() {
    callerIs(0.7f, 3);
    callerIs(0.5f, 60);

    assertThat(statuses()).containsExactly(EscalationStatus.RAISED);
  }

  @Test
  void calmClearsOnceItWasSustained() {
    callerIs(0.7f, 3);
    callerIs(0.3f, 3);
    callerIs(0.5f, 1);
    callerIs(0.3f, 3);
    assertThat(statuses()).containsExactly(EscalationStatus.RAISED);
    callerIs(0.3f, 1);

    assertThat(statuses()).containsExactly(EscalationStatus.RAISED, EscalationStatus.CLEARED);
    assertThat(steps.get(1).getEscalationId()).isEqualTo(steps.get(0).getEscalationId());
  }

  @Test
  void afterClearingItRestsBeforeItRaisesAgain() {
    callerIs(0.7f, 3);
    callerIs(0.1f, 4);
    callerIs(0.7f, 10);
    assertThat(statuses()).containsExactly(EscalationStatus.RAISED, EscalationStatus.CLEARED);
    callerIs(0.7f, 3);

    assertThat(statuses()).endsWith(EscalationStatus.CLEARED, EscalationStatus.RAISED);
    assertThat(steps.get(2).getEscalationId()).isNotEqualTo(steps.get(0).getEscalationId());
  }

  @Test
  void worseAngerIsAnUpdate() {
    callerIs(0.65f, 3);
    callerIs(0.8f, 5);
    callerIs(0.9f, 5);

    assertThat(statuses()).containsExactly(EscalationStatus.RAISED, EscalationStatus.UPDATED);
    assertThat(steps.get(1).getEvidence().getPeak()).isEqualTo(0.9f);
  }

  @Test
  void theEndOfTheCallClearsWhatIsRaised() {
    assertThat(engine.end(state, "ada", NINE)).isEmpty();
    callerIs(0.7f, 3);

    assertThat(engine.end(state, "ada", NINE.plusSeconds(9)))
        .hasValueSatisfying(
            step -> assertThat(step.getStatus()).isEqualTo(EscalationStatus.CLEARED));
  }

  private List<EscalationStatus> statuses() {
    return steps.stream().map(Escalation::getStatus).toList();
  }

  private void callerIs(float anger, int seconds) {
    for (int i = 0; i < seconds; i++) {
      engine.next(state, heard(anger)).ifPresent(steps::add);
      second++;
    }
  }

  private EmotionEvent heard(float anger) {
    return EmotionEvent.newBuilder()
        .setCallId("ada")
        .setChannel(Channel.CALLER)
        .setWindow(second)
        .setStartsAt(NINE.plusSeconds(second))
        .setEndsAt(NINE.plusSeconds(second + 3))
        .setHopMs(1000)
        .setStatus(WindowStatus.SCORED)
        .setProbabilities(Map.of("angry", anger))
        .setTop("angry")
        .setConfidence(anger)
        .setSmoothed(new SmoothedEmotion(Map.of("angry", anger), "angry", null, null))
        .setQuality(new AudioQuality(1f, 0f, 0f, -20f))
        .setVersions(new ModelVersions("m", "c", "f"))
        .build();
  }
}
