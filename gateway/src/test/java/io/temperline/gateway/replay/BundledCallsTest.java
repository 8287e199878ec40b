package io.temperline.gateway.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.temperline.gateway.replay.CallDetails.Hold;
import io.temperline.speech.audio.TelephoneLine;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class BundledCallsTest {

  private final RecordedCalls bundled = RecordedCalls.find(List.of(Path.of("calls")));

  @Test
  void every_call_has_two_sides_and_a_sidecar() {
    assertThat(bundled.calls()).hasSizeGreaterThanOrEqualTo(8);
    assertThat(bundled.passedOver()).isZero();
    assertThat(bundled.calls())
        .allSatisfy(
            call -> {
              assertThat(call.agent()).isPresent();
              assertThat(call.details().customer()).isNotNull();
              assertThat(call.details().agent()).isNotNull();
              assertThat(call.details().queue()).isNotNull();
              assertThat(loudest(call.caller(), 0, call.durationMs())).isGreaterThan(0.2f);
            });
  }

  @Test
  void one_call_has_an_agent_who_cannot_be_heard() {
    assertThat(bundled.calls())
        .filteredOn(call -> loudest(call.agent().orElseThrow(), 0, call.durationMs()) == 0)
        .extracting(RecordedCall::callId)
        .containsExactly("no-sound");
  }

  @Test
  void nobody_speaks_while_a_call_is_on_hold() {
    List<RecordedCall> held =
        bundled.calls().stream().filter(call -> !call.details().holds().isEmpty()).toList();

    assertThat(held).isNotEmpty();
    for (RecordedCall call : held) {
      for (Hold hold : call.details().holds()) {
        assertThat(loudest(call.caller(), hold.fromMs(), hold.toMs())).isLessThan(0.01f);
        assertThat(loudest(call.agent().orElseThrow(), hold.fromMs(), hold.toMs()))
            .isLessThan(0.01f);
      }
    }
  }

  private static float loudest(byte[] muLaw, long fromMs, long toMs) {
    float[] heard = TelephoneLine.heard(muLaw);
    float loudest = 0;
    for (long i = fromMs * 8; i < Math.min(toMs * 8, heard.length); i++) {
      loudest = Math.max(loudest, Math.abs(heard[(int) i]));
    }
    return loudest;
  }
}
