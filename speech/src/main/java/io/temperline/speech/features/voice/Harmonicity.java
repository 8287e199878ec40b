package io.temperline.speech.features.voice;

import io.temperline.speech.features.Autocorrelation;
import io.temperline.speech.features.FrameFunction;
import io.temperline.speech.features.pitch.PitchRange;

/**
 * How periodic a frame is (Boersma 1993): the highest peak, among the periods of a pitch range, of
 * the autocorrelation under a Hann window, divided by that of the window itself. A peak of r says
 * that a share r of the power is periodic and 1 - r is noise. Not thread-safe.
 */
public final class Harmonicity {

  /** From this strength on a frame counts as voiced, as in Praat. */
  public static final double VOICED_FROM = 0.45;

  /** Beyond this share rounding decides, and Praat's ratio ends as well: 60 dB. */
  private static final double PUREST = 1 - 1e-6;

  private final PitchRange range;
  private final double[] window;
  private final double[] windowed;
  private final double[] ofWindow;
  private final Autocorrelation correlation;
  private double strength;
  private double period;

  public Harmonicity(PitchRange range) {
    this.range = range;
    int length = range.frameLength();
    if (2 * range.maxPeriod() > length) {
      throw new IllegalArgumentException(
          "two periods of " + range.fMin() + " Hz do not fit a frame of " + length + " samples");
    }
    window = hann(length);
    windowed = new double[length];
    correlation = new Autocorrelation(length);
    correlation.compute(window);
    ofWindow = new double[range.maxPeriod() + 2];
    for (int lag = 0; lag < ofWindow.length; lag++) {
      ofWindow[lag] = correlation.at(lag) / correlation.at(0);
    }
  }

  /** A step: a frame of samples to its strength of voicing, 0 to 1. */
  public FrameFunction voicing() {
    return (frame, out) -> {
      compute(frame);
      out[0] = (float) strength;
    };
  }

  /** A step: a frame of samples to its harmonics-to-noise ratio in dB, -60 to 60. */
  public FrameFunction ratio() {
    return (frame, out) -> {
      compute(frame);
      double share = Math.max(1 - PUREST, Math.min(PUREST, strength));
      out[0] = (float) (10 * StrictMath.log10(share / (1 - share)));
    };
  }

  /** Takes the frame that {@link #strength} and {@link #period} are to speak of. */
  void compute(float[] frame) {
    double mean = 0;
    for (float sample : frame) {
      mean += sample / frame.length;
    }
    for (int i = 0; i < windowed.length; i++) {
      windowed[i] = (frame[i] - mean) * window[i];
    }
    correlation.compute(windowed);
    strength = 0;
    period = 0;
    for (int lag = range.minPeriod(); lag <= range.maxPeriod(); lag++) {
      if (at(lag) > strength && at(lag) >= at(lag - 1) && at(lag) >= at(lag + 1)) {
        refine(lag);
      }
    }
  }

  /** The share of the power that is periodic, 0 to 1. */
  double strength() {
    return strength;
  }

  /** The period in samples, 0 if there is none. */
  double period() {
    return period;
  }

  private void refine(int lag) {
    double curvature = at(lag - 1) + at(lag + 1) - 2 * at(lag);
    double slope = (at(lag + 1) - at(lag - 1)) / 2;
    double shift = curvature == 0 ? 0 : -slope / curvature;
    period = lag + shift;
    strength = Math.min(1, at(lag) + slope * shift / 2);
  }

  private double at(int lag) {
    double energy = correlation.at(0);
    return energy < Double.MIN_NORMAL ? 0 : correlation.at(lag) / energy / ofWindow[lag];
  }

  private static double[] hann(int length) {
    double[] window = new double[length];
    for (int i = 0; i < length; i++) {
      window[i] = 0.5 - 0.5 * Math.cos(2 * Math.PI * (i + 0.5) / length);
    }
    return window;
  }
}
