package io.temperline.streams.emotion;

import static org.assertj.core.api.Assertions.assertThat;

import io.temperline.schemas.AudioFrame;
import io.temperline.schemas.Channel;
import io.temperline.schemas.Codec;
import io.temperline.streams.emotion.JitterBuffer.Fate;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JitterBufferTest {

  private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

  private final JitterBuffer buffer = new JitterBuffer(Duration.ofMillis(100));

  @Test
  void framesComeOutInOrder() {
    assertThat(after(0, 2, 1, 4, 3)).containsExactly(0L, 1L, 2L, 3L, 4L);
  }

  @Test
  void aMissingFrameHoldsUpTheOthersUntilTheBound() {
    assertThat(after(0, 2, 3, 4, 5)).containsExactly(0L);
    assertThat(after(6)).containsExactly(2L, 3L, 4L, 5L, 6L);
    assertThat(buffer.offer(frame(1))).isEqualTo(Fate.LATE);
  }

  @Test
  void duplicatesAreToldFromLateFrames() {
    after(0, 1, 3);

    assertThat(buffer.offer(frame(3))).isEqualTo(Fate.DUPLICATE);
    assertThat(buffer.offer(frame(1))).isEqualTo(Fate.LATE);
  }

  @Test
  void aGatewayMayBeginAtAnySequence() {
    assertThat(after(701, 700, 702, 703, 704)).containsExactly(700L, 701L, 702L, 703L, 704L);
  }

  @Test
  void aGatewayMayCountFromTheBeginningAgain() {
    after(500, 501, 502, 503, 504, 505);

    assertThat(buffer.offer(frame(0, NINE.plusMillis(506 * 20)))).isEqualTo(Fate.TAKEN);
    assertThat(polled()).containsExactly(0L);
  }

  @Test
  void whatWaitsComesOutBeforeAFreshStart() {
    after(500, 501, 502, 503, 504, 505, 507);

    assertThat(buffer.offer(frame(0, NINE.plusMillis(508 * 20)))).isEqualTo(Fate.TAKEN);
    assertThat(polled()).containsExactly(507L, 0L);
  }

  @Test
  void whatComesFromBeforeAFreshStartIsLate() {
    after(500, 501, 502, 503, 504, 505);
    buffer.offer(frame(0, NINE.plusMillis(507 * 20)));
    polled();

    assertThat(buffer.offer(frame(505))).isEqualTo(Fate.LATE);
    assertThat(buffer.offer(frame(506))).isEqualTo(Fate.LATE);
    assertThat(buffer.offer(frame(2, NINE.plusMillis(509 * 20)))).isEqualTo(Fate.TAKEN);
  }

  @Test
  void aShortFrameThatComesAgainIsNoFreshStart() {
    AudioFrame first = AudioFrame.newBuilder(frame(0)).setPayload(ByteBuffer.allocate(40)).build();
    buffer.offer(first);
    polled();

    assertThat(buffer.offer(first)).isEqualTo(Fate.LATE);
  }

  @Test
  void aClockThatIsSetBackHoldsUpNothing() {
    after(0, 1, 3);
    Instant eight = NINE.minusSeconds(3600);
    for (long sequence = 4; sequence < 8; sequence++) {
      buffer.offer(frame(sequence, eight.plusMillis(sequence * 20)));
    }
    assertThat(polled()).containsExactly(3L, 4L, 5L, 6L, 7L);
    assertThat(buffer.offer(frame(1))).as("sent before it was").isEqualTo(Fate.LATE);
  }

  @Test
  void aGatewayThatCountsAnewByAClockThatWasSetBackIsHeardAfterFiveSeconds() {
    after(500, 501, 502, 503, 504, 505);
    Instant eight = NINE.minusSeconds(3600);
    for (long sequence = 0; sequence < 249; sequence++) {
      assertThat(buffer.offer(frame(sequence, eight.plusMillis(sequence * 20))))
          .isEqualTo(Fate.LATE);
    }
    assertThat(buffer.offer(frame(249, eight.plusMillis(249 * 20)))).isEqualTo(Fate.TAKEN);
    assertThat(polled()).containsExactly(249L);
  }

  @Test
  void drainingGivesUpWhatIsMissing() {
    after(0, 2, 4);
    buffer.drain();

    assertThat(polled()).containsExactly(2L, 4L);
  }

  private List<Long> after(long... sequences) {
    for (long sequence : sequences) {
      buffer.offer(frame(sequence));
    }
    return polled();
  }

  private List<Long> polled() {
    List<Long> sequences = new ArrayList<>();
    for (Optional<AudioFrame> next = buffer.poll(); next.isPresent(); next = buffer.poll()) {
      sequences.add(next.get().getSequence());
    }
    return sequences;
  }

  private static AudioFrame frame(long sequence) {
    return frame(sequence, NINE.plusMillis(sequence * 20));
  }

  private static AudioFrame frame(long sequence, Instant capturedAt) {
    return AudioFrame.newBuilder()
        .setCallId("ada")
        .setChannel(Channel.CALLER)
        .setSequence(sequence)
        .setCapturedAt(capturedAt)
        .setCodec(Codec.PCMU)
        .setSampleRate(8000)
        .setPayload(ByteBuffer.allocate(160))
        .build();
  }
}
