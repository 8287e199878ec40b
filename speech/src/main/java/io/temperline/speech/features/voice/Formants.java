package io.temperline.speech.features.voice;

import io.temperline.speech.features.FrameFunction;
import java.util.Arrays;

/**
 * The resonances of the vocal tract, lowest first, in Hz: the poles of a linear prediction by
 * Burg's method after pre-emphasis from 50 Hz on, as in Praat ("To Formant (burg)"; Markel and Gray
 * 1976). A pole counts that lies 50 Hz or more from 0 and from half the sample rate and whose
 * bandwidth is under 700 Hz; where there are too few, 0. Not thread-safe.
 */
public final class Formants implements FrameFunction {

  private static final double PRE_EMPHASIS_HZ = 50;
  private static final double MARGIN_HZ = 50;
  private static final double WIDEST_HZ = 700;

  private final int sampleRate;
  private final double emphasis;
  private final double[] window;
  private final double[] windowed;
  private final LinearPrediction prediction;
  private final PolynomialRoots roots;
  private final double[] found;

  /**
   * @param sampleRate samples per second
   * @param frameLength samples of a frame, two periods or more
   * @param order of the prediction, twice the resonances to expect below half the sample rate
   */
  public Formants(int sampleRate, int frameLength, int order) {
    this.sampleRate = sampleRate;
    emphasis = Math.exp(-2 * Math.PI * PRE_EMPHASIS_HZ / sampleRate);
    prediction = new LinearPrediction(frameLength, order);
    window = hamming(frameLength);
    windowed = new double[frameLength];
    roots = new PolynomialRoots(order);
    found = new double[order];
  }

  @Override
  public void apply(float[] frame, float[] formants) {
    for (int i = 0; i < frame.length; i++) {
      windowed[i] = (frame[i] - (i == 0 ? 0 : emphasis * frame[i - 1])) * window[i];
    }
    roots.find(prediction.filterOf(windowed));
    int count = findResonances();
    Arrays.sort(found, 0, count);
    for (int i = 0; i < formants.length; i++) {
      formants[i] = i < count ? (float) found[i] : 0;
    }
  }

  private int findResonances() {
    int count = 0;
    for (int i = 0; i < found.length; i++) {
      double hz = StrictMath.atan2(roots.im(i), roots.re(i)) * sampleRate / (2 * Math.PI);
      double radius = StrictMath.hypot(roots.re(i), roots.im(i));
      double bandwidth = -StrictMath.log(radius) * sampleRate / Math.PI;
      boolean inside = hz >= MARGIN_HZ && hz <= sampleRate / 2.0 - MARGIN_HZ;
      if (inside && bandwidth < WIDEST_HZ) {
        found[count++] = hz;
      }
    }
    return count;
  }

  private static double[] hamming(int length) {
    double[] window = new double[length];
    for (int i = 0; i < length; i++) {
      window[i] = 0.54 - 0.46 * Math.cos(2 * Math.PI * (i + 0.5) / length);
    }
    return window;
  }
}
