package io.temperline.streams.emotion;

import io.temperline.speech.audio.AudioCodec;
import io.temperline.speech.audio.Resampler;
import io.temperline.speech.audio.TelephoneLine;
import java.nio.ByteBuffer;

/** Uninterrupted audio of one codec and rate, decoded to 8 kHz as it comes. */
final class AudioRun {

  private final AudioCodec codec;
  private final int sampleRate;
  private final Resampler resampler;
  private long samplesIn;

  AudioRun(AudioCodec codec, int sampleRate) {
    this.codec = codec;
    this.sampleRate = sampleRate;
    resampler = new Resampler(sampleRate, TelephoneLine.SAMPLE_RATE);
  }

  boolean canTake(AudioCodec nextCodec, int nextRate) {
    return nextCodec == codec && nextRate == sampleRate;
  }

  /** Begins anew after a gap; a new resampler would take tens of milliseconds to design. */
  void restart() {
    resampler.restart();
    samplesIn = 0;
  }

  /** Samples at 8 kHz in [-1, 1]. */
  float[] decode(ByteBuffer payload) {
    byte[] bytes = new byte[payload.remaining()];
    payload.duplicate().get(bytes);
    float[] samples = codec.decode(bytes);
    samplesIn += samples.length;
    return resampler.push(samples);
  }

  /** True where a run that starts here would give the same samples as this one goes on to give. */
  boolean canBeTakenUpHere() {
    return samplesIn % resampler.period() == 0;
  }
}
