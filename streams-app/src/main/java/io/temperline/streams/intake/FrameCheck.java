package io.temperline.streams.intake;

import io.temperline.schemas.AudioFrame;
import io.temperline.schemas.Channel;
import io.temperline.schemas.Codec;
import java.util.Optional;

/** What an audio frame must be to be heard. */
final class FrameCheck implements RecordCheck<AudioFrame> {

  private static final int LOWEST_RATE = 8_000;
  private static final int HIGHEST_RATE = 48_000;

  @Override
  public Optional<String> objection(String key, AudioFrame frame, long timestamp) {
    int bytes = frame.getPayload().remaining();
    int bytesPerSample = frame.getCodec() == Codec.L16 ? 2 : 1;
    if (!frame.getCallId().equals(key)) {
      return Optional.of("the key '%s' is not the callId '%s'".formatted(key, frame.getCallId()));
    }
    if (frame.getChannel() == Channel.UNKNOWN) {
      return Optional.of("unknown channel");
    }
    if (frame.getCodec() == Codec.UNKNOWN) {
      return Optional.of("unknown codec");
    }
    if (frame.getSampleRate() < LOWEST_RATE || frame.getSampleRate() > HIGHEST_RATE) {
      return Optional.of(
          "sampleRate %d is outside %d to %d"
              .formatted(frame.getSampleRate(), LOWEST_RATE, HIGHEST_RATE));
    }
    if (frame.getSequence() < 0) {
      return Optional.of("negative sequence %d".formatted(frame.getSequence()));
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
    if (frame.getCapturedAt().toEpochMilli() != timestamp) {
      return Optional.of("capturedAt %s is far from the broker's time".formatted(frame.getCapturedAt()));
    }
    return Optional.empty();
  }
}
