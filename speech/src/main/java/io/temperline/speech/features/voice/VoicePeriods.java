package io.temperline.speech.features.voice;

import io.temperline.speech.features.FrameFunction;
import io.temperline.speech.features.pitch.PitchRange;

/**
 * How evenly the voice vibrates within a frame: jitter and shimmer, "local" as Praat defines them.
 * The periods are told by the waveform's highest peaks: from the largest of the frame on, to both
 * sides, each next one is the largest within 0.8 to 1.25 of the period that {@link Harmonicity}
 * hears. A parabola through a peak gives its place between samples and its height. 0 where a frame
 * is not voiced or has no three peaks. Not thread-safe.
 */
public final class VoicePeriods {

  private static final double SHORTEST = 0.8;
  private static final double LONGEST = 1.25;

  private final Harmonicity harmonicity;
  private final double[] places;
  private final double[] heights;
  private int peaks;
  private float[] frame = new float[0];
  private int sign;

  public VoicePeriods(PitchRange range) {
    harmonicity = new Harmonicity(range);
    places = new double[range.frameLength()];
    heights = new double[range.frameLength()];
  }

  /** A step: a frame of samples to the mean change of the period, as a share of its mean. */
  public FrameFunction jitter() {
    return (samples, out) -> {
      find(samples);
      for (int i = 0; i + 1 < peaks; i++) {
        places[i] = places[i + 1] - places[i];
      }
      out[0] = (float) meanChange(places, peaks - 1);
    };
  }

  /** A step: a frame of samples to the mean change of the periods' peaks, as a share of theirs. */
  public FrameFunction shimmer() {
    return (samples, out) -> {
      find(samples);
      out[0] = (float) meanChange(heights, peaks);
    };
  }

  private void find(float[] samples) {
    frame = samples;
    peaks = 0;
    harmonicity.compute(samples);
    if (harmonicity.strength() < Harmonicity.VOICED_FROM) {
      return;
    }
    int largest = largest();
    sign = samples[largest] < 0 ? -1 : 1;
    for (int at = largest; at >= 0; at = next(at, -1)) {
      add(at);
    }
    reverse(places);
    reverse(heights);
    for (int at = next(largest, 1); at >= 0; at = next(at, 1)) {
      add(at);
    }
  }

  private int largest() {
    int largest = 1;
    for (int i = 1; i < frame.length - 1; i++) {
      largest = Math.abs(frame[i]) > Math.abs(frame[largest]) ? i : largest;
    }
    return largest;
  }

  /** The next peak in a direction, -1 if the frame ends before it must come. */
  private int next(int from, int direction) {
    int nearest = (int) Math.ceil(SHORTEST * harmonicity.period());
    int farthest = (int) Math.floor(LONGEST * harmonicity.period());
    int end = from + direction * farthest;
    if (end < 1 || end > frame.length - 2) {
      return -1;
    }
    int peak = from + direction * nearest;
    for (int i = nearest; i <= farthest; i++) {
      int at = from + direction * i;
      peak = sign * frame[at] > sign * frame[peak] ? at : peak;
    }
    return peak;
  }

  private void add(int at) {
    double curvature = (double) frame[at - 1] + frame[at + 1] - 2.0 * frame[at];
    double slope = ((double) frame[at + 1] - frame[at - 1]) / 2;
    double shift = curvature == 0 ? 0 : Math.max(-0.5, Math.min(0.5, -slope / curvature));
    places[peaks] = at + shift;
    heights[peaks] = sign * (frame[at] + slope * shift / 2);
    peaks++;
  }

  private void reverse(double[] values) {
    for (int i = 0; i < peaks / 2; i++) {
      double swap = values[i];
      values[i] = values[peaks - 1 - i];
      values[peaks - 1 - i] = swap;
    }
  }

  private static double meanChange(double[] values, int count) {
    if (count < 2) {
      return 0;
    }
    double changes = 0;
    double sum = values[0];
    for (int i = 1; i < count; i++) {
      changes += Math.abs(values[i] - values[i - 1]);
      sum += values[i];
    }
    return changes / (count - 1) / (sum / count);
  }
}
