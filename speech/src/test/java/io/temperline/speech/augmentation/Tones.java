package io.temperline.speech.augmentation;

/** Made-up sounds at 8 kHz. */
final class Tones {

  static final int RATE = 8_000;

  private Tones() {}

  static float[] sine(double hertz, double amplitude, int samples) {
    float[] tone = new float[samples];
    for (int i = 0; i < samples; i++) {
      tone[i] = (float) (amplitude * Math.sin(2 * Math.PI * hertz * i / RATE));
    }
    return tone;
  }

  /** Root mean square of what lies in [from, to). */
  static double rms(float[] samples, int from, int to) {
    double energy = 0;
    for (int i = from; i < to; i++) {
      energy += samples[i] * samples[i];
    }
    return Math.sqrt(energy / (to - from));
  }

  static double rms(float[] samples) {
    return rms(samples, 0, samples.length);
  }

  /** The frequency of a tone, by its upward crossings of zero. */
  static double hertz(float[] tone) {
    int crossings = 0;
    int first = -1;
    int last = 0;
    for (int i = 1; i < tone.length; i++) {
      if (tone[i - 1] < 0 && tone[i] >= 0) {
        crossings++;
        first = first < 0 ? i : first;
        last = i;
      }
    }
    return (crossings - 1) * (double) RATE / (last - first);
  }

  static float[] difference(float[] one, float[] other) {
    float[] difference = new float[one.length];
    for (int i = 0; i < one.length; i++) {
      difference[i] = one[i] - other[i];
    }
    return difference;
  }
}
