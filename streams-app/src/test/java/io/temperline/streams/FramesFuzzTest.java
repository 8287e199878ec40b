package io.temperline.streams;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.temperline.schemas.AudioFrame;
import io.temperline.schemas.Channel;
import io.temperline.schemas.Codec;
import io.temperline.schemas.EmotionEvent;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Frames whose every field is right by itself and strange beside the others; see docs/fuzzing.md.
 */
class FramesFuzzTest {

  private static final Floor FLOOR =
      Floor.open(Map.of("idle.timeout.ms", "1000", "closed.call.memory.ms", "1000"));

  /** A pause, and clocks that are set, in seconds. */
  private static final int[] JUMPS = {10, 7200, -7200};

  private static final int[] RATES = {8000, 11_025, 16_000, 44_100, 48_000};

  @FuzzTest
  void giveWindowsWithoutHoles(FuzzedDataProvider data) {
    long sequence = 0;
    Instant at = Floor.NINE;
    while (data.remainingBytes() > 0) {
      sequence += data.consumeBoolean() ? 1 : data.consumeInt(-20, 20);
      sequence = data.consumeInt(0, 20) == 20 ? data.consumeLong() : sequence;
      at = at.plusMillis(data.consumeBoolean() ? 20 : data.consumeInt(-600, 600));
      at = at.plusSeconds(data.consumeInt(0, 20) == 20 ? data.pickValue(JUMPS) : 0);
      FLOOR.receive(frame(sequence, at, data));
    }
    FLOOR.waits(Duration.ofSeconds(3));

    List<EmotionEvent> emotions = FLOOR.emotions();
    for (int i = 0; i < emotions.size(); i++) {
      assertThat(emotions.get(i).getWindow()).isEqualTo(i);
    }
    assertThat(FLOOR.keysInStores()).allSatisfy((store, keys) -> assertThat(keys).isEmpty());
    FLOOR.forgetWhatWasTold();
  }

  private static AudioFrame frame(long sequence, Instant at, FuzzedDataProvider data) {
    Codec codec = data.consumeInt(0, 9) == 9 ? data.pickValue(Codec.values()) : Codec.PCMU;
    int rate = data.consumeInt(0, 9) == 9 ? data.pickValue(RATES) : 8000;
    int bytes = data.consumeBoolean() ? 160 : data.consumeInt(0, 1000);
    return AudioFrame.newBuilder()
        .setCallId("ada")
        .setChannel(Channel.CALLER)
        .setSequence(sequence)
        .setCapturedAt(at)
        .setCodec(codec)
        .setSampleRate(rate)
        .setPayload(ByteBuffer.allocate(bytes))
        .build();
  }
}
