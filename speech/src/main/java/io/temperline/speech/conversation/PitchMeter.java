package io.temperline.speech.conversation;

/**
 * The pitch of a stretch of 40 ms by YIN (de Cheveigné and Kawahara 2002, steps 1 to 5) at 4 kHz:
 * the shortest period at which the stretch is like itself. {@link
 * io.temperline.speech.features.pitch.Yin} follows librosa, which compares the end of a frame with
 * silence and so needs long frames and a transform of each; this takes a tenth of the time. Not
 * thread-safe.
 */
final class PitchMeter {

  static final int SAMPLE_RATE = 4000;

  /** Samples of a stretch. */
  static final int STRETCH = 160;

  static final double LOWEST_HZ = 65;
  static final double HIGHEST_HZ = 500;

  /** Samples that are compared, 24 ms. */
  private static final int COMPARED = 96;

  private static final int LAGS = STRETCH - COMPARED;
  private static final int SHORTEST = (int) (SAMPLE_RATE / HIGHEST_HZ);
  private static final int LONGEST = (int) (SAMPLE_RATE / LOWEST_HZ) + 1;

  /** A dip below this is a voice; 0.1 in the paper, for studio recordings. */
  private static final float VOICED_BELOW = 0.2f;

  private final float[] dips = new float[LAGS + 1];

  /** In Hz, or 0 where there is no voice. */
  double hz(float[] stretch) {
    differences(stretch);
    normalise();
    for (int lag = SHORTEST; lag <= LONGEST; lag++) {
      if (dips[lag] < VOICED_BELOW && isDip(lag)) {
        return SAMPLE_RATE / refined(lag);
      }
    }
    return 0;
  }

  private boolean isDip(int lag) {
    return dips[lag] < dips[lag - 1] && dips[lag] <= dips[lag + 1];
  }

  /** Step 2; four lags at a time, since one sum alone would wait for its own last addition. */
  private void differences(float[] x) {
    for (int lag = 1; lag <= LAGS; lag += 4) {
      float first = 0;
      float second = 0;
      float third = 0;
      float fourth = 0;
      for (int i = 0; i < COMPARED; i++) {
        float a = x[i] - x[i + lag];
        float b = x[i] - x[i + lag + 1];
        float c = x[i] - x[i + lag + 2];
        float d = x[i] - x[i + lag + 3];
        first += a * a;
        second += b * b;
        third += c * c;
        fourth += d * d;
      }
      dips[lag] = first;
      dips[lag + 1] = second;
      dips[lag + 2] = third;
      dips[lag + 3] = fourth;
    }
  }

  /** Step 3. */
  private void normalise() {
    float sum = 0;
    for (int lag = 1; lag <= LAGS; lag++) {
      sum += dips[lag];
      dips[lag] *= lag / (sum + Float.MIN_NORMAL);
    }
  }

  /** Step 5: a parabola through the dip and its neighbours. */
  private double refined(int lag) {
    double curvature = dips[lag + 1] + (double) dips[lag - 1] - 2 * dips[lag];
    double slope = (dips[lag + 1] - (double) dips[lag - 1]) / 2;
    return Math.abs(slope) < Math.abs(curvature) ? lag - slope / curvature : lag;
  }
}
