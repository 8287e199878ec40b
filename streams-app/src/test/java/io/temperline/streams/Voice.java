package io.temperline.streams;

import io.temperline.schemas.Codec;
import io.temperline.speech.audio.AudioCodec;
import java.time.Instant;
import java.util.Random;

/** How somebody sounds: syllables of 200 ms with pauses of 100 ms, or nothing but the line. */
enum Voice {
  CALM(0.05f),
  ANGRY(0.6f),
  SILENT(0);

  private static final float LINE_NOISE = 0.0005f;
  private static final long SYLLABLE_MS = 200;
  private static final long SYLLABLE_AND_PAUSE_MS = 300;

  private final float amplitude;

  Voice(float amplitude) {
    this.amplitude = amplitude;
  }

  /** 20 ms of it, the same for the same instant. */
  byte[] frame(Instant at, Codec codec, int sampleRate) {
    Random random = new Random(at.toEpochMilli());
    boolean voiced = at.toEpochMilli() % SYLLABLE_AND_PAUSE_MS < SYLLABLE_MS;
    float[] samples = new float[sampleRate / 50];
    for (int i = 0; i < samples.length; i++) {
      double seconds = at.toEpochMilli() % 1000 / 1000.0 + i / (double) sampleRate;
      samples[i] = (float) (LINE_NOISE * random.nextGaussian());
      samples[i] += voiced ? amplitude * buzz(seconds) : 0;
    }
    return AudioCodec.valueOf(codec.name()).encode(samples);
  }

  /** A voice-like sound: harmonics of 150 Hz that fall off. */
  private static float buzz(double seconds) {
    double sum = 0;
    for (int harmonic = 1; harmonic <= 20; harmonic++) {
      sum += Math.sin(2 * Math.PI * 150 * harmonic * seconds) / harmonic;
    }
    return (float) (sum / 2);
  }
}
