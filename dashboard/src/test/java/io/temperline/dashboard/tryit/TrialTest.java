package io.temperline.dashboard.tryit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.temperline.dashboard.delivery.TestClock;
import io.temperline.schemas.AudioFrame;
import io.temperline.schemas.CallEvent;
import io.temperline.schemas.CallEventType;
import io.temperline.schemas.CallerInformed;
import io.temperline.schemas.Command;
import io.temperline.schemas.CommandType;
import io.temperline.schemas.TrialCalls;
import io.temperline.schemas.TrustedClasses;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TrialTest {

  static {
    TrustedClasses.trustOurs();
  }

  private final TestClock clock = new TestClock();
  private final TrialsInMemory topics = new TrialsInMemory();
  private final Trial trial = Trial.begin(topics, clock, Duration.ofMinutes(1));

  @Test
  void beginsAsACallOfAnInformedCallerThatIsErasedAtOnce() {
    assertThat(TrialCalls.isTrial(trial.callId())).isTrue();
    assertThat(topics.sent()).hasSize(2);
    CallEvent started = (CallEvent) topics.sent().get(0);
    assertThat(started.getType()).isEqualTo(CallEventType.STARTED);
    assertThat(started.getCallerInformed()).isEqualTo(CallerInformed.INFORMED);
    assertThat(started.getCustomerId()).isNull();
    Command erasure = (Command) topics.sent().get(1);
    assertThat(erasure.getType()).isEqualTo(CommandType.ERASE_CALL);
    assertThat(erasure.getCallId()).isEqualTo(trial.callId());
  }

  @Test
  void framesFollowEachOtherWithoutAGapHoweverTheyCome() {
    hear(2);
    clock.pass(Duration.ofMillis(700));
    hear(1);

    assertThat(topics.frames()).extracting(AudioFrame::getSequence).containsExactly(0L, 1L, 2L);
    assertThat(
            Duration.between(
                topics.frames().get(0).getCapturedAt(), topics.frames().get(2).getCapturedAt()))
        .hasMillis(40);
  }

  @Test
  void endsAfterItsLastFrame() {
    hear(3);
    trial.end();

    CallEvent ended = (CallEvent) topics.sent().get(topics.sent().size() - 1);
    assertThat(ended.getType()).isEqualTo(CallEventType.ENDED);
    assertThat(ended.getLastSequences()).containsEntry("CALLER", 2L);
  }

  @Test
  void takesNoMoreThanOneCanSay() {
    hear(101);

    assertThatThrownBy(() -> hear(1)).hasMessage("the audio comes faster than one can speak");
  }

  @Test
  void lastsAsLongAsItMay() {
    clock.pass(Duration.ofMinutes(2));
    hear(3000);

    assertThatThrownBy(() -> hear(1)).hasMessage("a trial lasts 60 s at most");
  }

  @Test
  void refusesWhatIsNoFrame() {
    assertThatThrownBy(() -> trial.hear(new byte[3]))
        .hasMessage("a frame has 3 bytes; send 640 at a time");
  }

  private void hear(int frames) {
    for (int i = 0; i < frames; i++) {
      trial.hear(new byte[Trial.FRAME_BYTES]);
    }
  }
}
