package io.temperline.streams.emotion;

import static org.assertj.core.api.Assertions.assertThat;

import io.temperline.schemas.AudioFrame;
import io.temperline.schemas.Channel;
import io.temperline.schemas.Codec;
import io.temperline.speech.features.Waveform;
import io.temperline.speech.window.WindowAnalyzer;
import io.temperline.speech.window.WindowConfig;
import java.io.File;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AudioTrackTest {

  private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
  private static final Duration FRAME = Duration.ofMillis(20);
  private static final Duration HOUR = Duration.ofHours(1);

  @TempDir private File stateDir;
  private AudioTrack track;

  @BeforeEach
  void placeOneFrame() {
    track =
        new AudioTrack(
            new WindowAnalyzer(WindowConfig.DEFAULT, Waveform.TELEPHONE),
            new ChunkLog("ada", Channel.CALLER, OpenStores.in(stateDir)));
    track.startAt(NINE.toEpochMilli());
    track.place(frame(0, NINE));
  }

  @Test
  void aStampMayBeATenthOfASecondLate() {
    assertThat(lostBefore(1, Duration.ofMillis(100))).isZero();
  }

  @Test
  void whatIsLaterIsAPause() {
    assertThat(lostBefore(1, Duration.ofMillis(101))).isEqualTo(Duration.ofMillis(101));
  }

  @Test
  void aPauseLastsAnHourAtMost() {
    assertThat(lostBefore(1, HOUR)).isEqualTo(HOUR);
  }

  @Test
  void whatIsLaterThanAnHourIsAClockThatWasSet() {
    assertThat(lostBefore(1, HOUR.plusMillis(1))).isZero();
  }

  @Test
  void missingFramesAreLostForAsLongAsTheClockSays() {
    assertThat(lostBefore(4, Duration.ofMillis(47))).isEqualTo(Duration.ofMillis(47));
  }

  @Test
  void whereTheClockWasSetMissingFramesAreCounted() {
    assertThat(lostBefore(501, HOUR.negated())).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void whereTheClockWasSetMoreThanTenSecondsOfThemAreACountBegunAnew() {
    assertThat(lostBefore(502, HOUR.negated())).isZero();
    assertThat(lostBefore(Long.MAX_VALUE - 1, HOUR)).isZero();
  }

  /** Places a frame whose stamp is so much later than it is due. */
  private Duration lostBefore(long sequence, Duration later) {
    track.place(frame(sequence, NINE.plus(FRAME).plus(later)));
    return Duration.ofNanos(track.takeLostSamples() * 125_000);
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
