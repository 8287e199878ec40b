package io.temperline.streams.emotion;

import io.temperline.schemas.AudioFrame;
import io.temperline.speech.audio.AudioCodec;

/** Lengths and times of audio frames. */
final class Frames {

  private Frames() {}

  static AudioCodec codec(AudioFrame frame) {
    return switch (frame.getCodec()) {
      case PCMU -> AudioCodec.PCMU;
      case PCMA -> AudioCodec.PCMA;
      case L16 -> AudioCodec.L16;
      case UNKNOWN -> throw new IllegalArgumentException("a frame of an unknown codec");
    };
  }

  static int samples(AudioFrame frame) {
    return frame.getPayload().remaining() / codec(frame).bytesPerSample();
  }

  /** How long the frame lasts, in microseconds. */
  static long micros(AudioFrame frame) {
    return samples(frame) * 1_000_000L / frame.getSampleRate();
  }

  /** When the frame's last sample was over, ms since the epoch. */
  static long endMs(AudioFrame frame) {
    return frame.getCapturedAt().toEpochMilli() + samples(frame) * 1000L / frame.getSampleRate();
  }
}
