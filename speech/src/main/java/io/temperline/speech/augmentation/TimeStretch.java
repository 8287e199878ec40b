package io.temperline.speech.augmentation;

import io.temperline.speech.audio.TelephoneLine;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Makes speech slower or faster and keeps its pitch: waveform similarity overlap-add (WSOLA;
 * Verhelst and Roelands, "An overlap-add technique based on waveform similarity (WSOLA) for high
 * quality time-scale modification of speech", ICASSP 1993). Segments of 32 ms are laid over each
 * other by half; each is taken from where, within 8 ms of its due place, it best goes on from the
 * one before. The result is {@code factor} times as long.
 *
 * @param lowest factor of the duration, above 0, drawn evenly from here
 * @param highest to here, at least {@code lowest}
 * @param sampleRate samples per second of what is stretched
 */
public record TimeStretch(double lowest, double highest, int sampleRate) implements Augmentation {

  private static final int SEGMENT_MS = 32;

  public TimeStretch {
    if (!(lowest > 0 && lowest <= highest)) {
      throw new IllegalArgumentException("a stretch by " + lowest + " to " + highest);
    }
  }

  /** For sound at 8 kHz. */
  public TimeStretch(double lowest, double highest) {
    this(lowest, highest, TelephoneLine.SAMPLE_RATE);
  }

  @Override
  public float[] apply(float[] samples, RandomGenerator random) {
    return stretched(samples, lowest + random.nextDouble() * (highest - lowest), sampleRate);
  }

  static float[] stretched(float[] samples, double factor) {
    return stretched(samples, factor, TelephoneLine.SAMPLE_RATE);
  }

  /**
   * @return {@code samples.length · factor} samples, rounded, at least one
   */
  static float[] stretched(float[] samples, double factor, int sampleRate) {
    int segment = SEGMENT_MS * sampleRate / 1000 / 4 * 4;
    int hop = segment / 2;
    int length = Math.max(1, (int) Math.round(samples.length * factor));
    // Silence on both sides, so that every segment that can be looked for is there.
    float[] input = new float[samples.length + 4 * segment];
    System.arraycopy(samples, 0, input, segment, samples.length);
    float[] output = new float[length + 2 * segment];
    int last = input.length - 2 * segment;
    int from = segment - hop;
    for (int at = 0; at < length + hop; at += hop) {
      overlapAdd(input, from, output, at, segment);
      int due = segment - hop + (int) Math.round((at + hop) / factor);
      from = bestNear(Math.min(due, last), Math.min(from + hop, last), input, segment);
    }
    return Arrays.copyOfRange(output, hop, hop + length);
  }

  /** Hann's window: halves that overlap sum to 1. */
  private static void overlapAdd(float[] input, int from, float[] output, int at, int segment) {
    for (int i = 0; i < segment && at + i < output.length; i++) {
      double window = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / segment);
      output[at + i] += (float) (window * input[from + i]);
    }
  }

  /** Where near {@code due} the input most resembles what follows at {@code natural}. */
  private static int bestNear(int due, int natural, float[] input, int segment) {
    int best = due;
    double highest = Double.NEGATIVE_INFINITY;
    int tolerance = segment / 4;
    for (int from = Math.max(0, due - tolerance); from <= due + tolerance; from++) {
      double resemblance = 0;
      double energy = 1e-9;
      for (int i = 0; i < segment; i++) {
        resemblance += input[from + i] * input[natural + i];
        energy += input[from + i] * input[from + i];
      }
      resemblance /= Math.sqrt(energy);
      if (resemblance > highest) {
        highest = resemblance;
        best = from;
      }
    }
    return best;
  }
}
