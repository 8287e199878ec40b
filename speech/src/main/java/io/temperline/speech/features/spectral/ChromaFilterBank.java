package io.temperline.speech.features.spectral;

import io.temperline.speech.features.FrameFunction;

/**
 * Twelve pitch classes, C first, from a power spectrum (Ellis, Chroma feature analysis and
 * synthesis, 2007): each bin counts for the classes near it by a Gaussian bump on the scale of
 * semitones, bins around the fifth octave most. Weights and normalisation are those of librosa's
 * {@code filters.chroma} and {@code feature.chroma_stft}: the loudest class of a frame is 1, and
 * all are 0 in digital silence.
 */
public final class ChromaFilterBank implements FrameFunction {

  /** Pitch classes of an octave. */
  public static final int CLASSES = 12;

  private static final double LOWEST_A = 440.0 / 16;
  private static final double CENTRE_OCTAVE = 5;
  private static final double OCTAVE_WIDTH = 2;
  private static final int A_ABOVE_C = 9;

  private final float[][] weights;

  /**
   * @param sampleRate samples per second
   * @param fftSize length of the Fourier transform in samples
   * @param tuning how far A4 lies above 440 Hz, in semitones
   */
  public ChromaFilterBank(int sampleRate, int fftSize, double tuning) {
    double[] semitones = semitones(sampleRate, fftSize, tuning);
    int bins = fftSize / 2 + 1;
    weights = new float[CLASSES][bins];
    for (int bin = 0; bin < bins; bin++) {
      // A transform of two samples has no bin above its last.
      double width = bin + 1 < fftSize ? Math.max(1, semitones[bin + 1] - semitones[bin]) : 1;
      double[] bumps = new double[CLASSES];
      double squares = 0;
      for (int fromA = 0; fromA < CLASSES; fromA++) {
        double away = wrapped(semitones[bin] - fromA);
        bumps[fromA] = Math.exp(-0.5 * Math.pow(2 * away / width, 2));
        squares += bumps[fromA] * bumps[fromA];
      }
      double octaves = (semitones[bin] / CLASSES - CENTRE_OCTAVE) / OCTAVE_WIDTH;
      double weight = Math.exp(-0.5 * octaves * octaves) / Math.sqrt(squares);
      for (int fromA = 0; fromA < CLASSES; fromA++) {
        weights[(fromA + A_ABOVE_C) % CLASSES][bin] = (float) (bumps[fromA] * weight);
      }
    }
  }

  @Override
  public void apply(float[] power, float[] chroma) {
    float loudest = 0;
    for (int pitchClass = 0; pitchClass < CLASSES; pitchClass++) {
      float[] row = weights[pitchClass];
      double sum = 0;
      for (int bin = 0; bin < row.length; bin++) {
        sum += row[bin] * power[bin];
      }
      chroma[pitchClass] = (float) sum;
      loudest = Math.max(loudest, chroma[pitchClass]);
    }
    if (loudest >= Float.MIN_NORMAL) {
      for (int pitchClass = 0; pitchClass < CLASSES; pitchClass++) {
        chroma[pitchClass] /= loudest;
      }
    }
  }

  /** Semitones above the lowest A, per bin; bin 0 is put one and a half octaves below bin 1. */
  private static double[] semitones(int sampleRate, int fftSize, double tuning) {
    double a = LOWEST_A * Math.pow(2, tuning / CLASSES);
    double[] semitones = new double[fftSize];
    for (int bin = 1; bin < fftSize; bin++) {
      semitones[bin] = CLASSES * Math.log((double) bin * sampleRate / fftSize / a) / Math.log(2);
    }
    semitones[0] = semitones[1] - 1.5 * CLASSES;
    return semitones;
  }

  /** The distance by the shorter way round the octave, from -6 to 6. */
  private static double wrapped(double semitones) {
    double turned = (semitones + CLASSES / 2.0 + 10 * CLASSES) % CLASSES;
    return (turned < 0 ? turned + CLASSES : turned) - CLASSES / 2.0;
  }
}
