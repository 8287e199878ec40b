package io.temperline.streams.intake;

import io.temperline.schemas.AudioFrame;
import io.temperline.schemas.Channel;
import io.temperline.schemas.Codec;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What an audio frame must be to be heard. */
final class FrameCheck implements RecordCheck<AudioFrame> {

  /** The rates of telephony and of recordings; a resampler for an odd one would be huge. */
  private static final Set<Integer> SAMPLE_RATES =
      new TreeSet<>(Set.of(8_000, 11_025, 12_000, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000));

  private final long toleranceMs;

  /**
   * @param clockTolerance how far capturedAt may be from the broker's time
   */
  FrameCheck(Duration clockTolerance) {
    toleranceMs = clockTolerance.toMillis();
  }

  @Override
  public Optional<String> objection(String key, AudioFrame frame, long timestamp) {
    int bytes = frame.getPayload().remaining();
    int bytesPerSample = frame.getCodec() == Codec.L16 ? 2 : 1;
    Optional<String> wrongKey = RecordCheck.objectionToKey(key, frame.getCallId());
    if (wrongKey.isPresent()) {
      return wrongKey;
    }
    if (frame.getChannel() == Channel.UNKNOWN) {
      return Optional.of("unknown channel");
    }
    if (frame.getCodec() == Codec.UNKNOWN) {
      return Optional.of("unknown codec");
    }
    if (!SAMPLE_RATES.contains(frame.getSampleRate())) {
      return Optional.of(
          "sampleRate %d is none of %s".formatted(frame.getSampleRate(), SAMPLE_RATES));
    }
    if (frame.getSequence() < 0) {
      return Optional.of("negative sequence %d".formatted(frame.getSequence()));
    }
    if (frame.getSequence() == Long.MAX_VALUE) {
      return Optional.of("sequence %d has no successor".formatted(frame.getSequence()));
    }
    if (bytes == 0) {
      return Optional.of("empty payload");
    }
    if (bytes % bytesPerSample != 0) {
      return Optional.of("payload of %d bytes ends within a sample".formatted(bytes));
    }
    if (bytes / bytesPerSample > frame.getSampleRate()) {
      return Optional.of("payload of %d bytes is longer than a second".formatted(bytes));
    }
    long capturedAt = frame.getCapturedAt().toEpochMilli();
    if (capturedAt < timestamp - toleranceMs || capturedAt > timestamp + toleranceMs) {
      return Optional.of(
          "capturedAt %s is far from the broker's time".formatted(frame.getCapturedAt()));
    }
    return Optional.empty();
  }
}
