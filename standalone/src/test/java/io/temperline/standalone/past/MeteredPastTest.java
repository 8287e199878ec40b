package io.temperline.standalone.past;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.temperline.dashboard.rules.BackTester.Meter;
import io.temperline.schemas.CallEvent;
import io.temperline.schemas.EmotionEvent;
import io.temperline.schemas.TrialCalls;
import io.temperline.streams.escalation.PastListener;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a back-test on the dashboard is told of. */
class MeteredPastTest {

  private final List<String> told = new ArrayList<>();
  private final PastListener listener =
      new PastListener() {
        @Override
        public void learn(CallEvent event) {
          told.add("learns of " + event.getCallId());
        }

        @Override
        public void hear(EmotionEvent event) {
          told.add("hears " + event.getCallId());
        }
      };

  @Test
  void voicesThatWereTriedOutCountButAreNotTold() {
    List<String> metered = new ArrayList<>();
    Meter meter = meter(() -> metered.add("event"), () -> metered.add("window"));

    new MeteredPast(MeteredPastTest::twoCalls, meter).tellTo(List.of(listener));

    assertThat(metered).containsExactly("event", "event", "window", "window");
    assertThat(told).containsExactly("learns of ada", "hears ada");
  }

  @Test
  void theMeterEndsItBeforeTheRecordIsTold() {
    Meter meter =
        meter(
            () -> {},
            () -> {
              throw new IllegalStateException("enough");
            });

    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(
            () -> new MeteredPast(MeteredPastTest::twoCalls, meter).tellTo(List.of(listener)));
    assertThat(told).containsExactly("learns of ada");
  }

  private static void twoCalls(List<? extends PastListener> listeners) {
    List<String> ids = List.of("ada", TrialCalls.PREFIX + "1");
    for (PastListener each : listeners) {
      ids.forEach(id -> each.learn(event(id)));
      ids.forEach(id -> each.hear(window(id)));
    }
  }

  private static CallEvent event(String callId) {
    CallEvent event = new CallEvent();
    event.setCallId(callId);
    return event;
  }

  private static EmotionEvent window(String callId) {
    EmotionEvent window = new EmotionEvent();
    window.setCallId(callId);
    return window;
  }

  private static Meter meter(Runnable event, Runnable window) {
    return new Meter() {
      @Override
      public void event() {
        event.run();
      }

      @Override
      public void window() {
        window.run();
      }
    };
  }
}
