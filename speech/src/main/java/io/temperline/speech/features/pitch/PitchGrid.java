package io.temperline.speech.features.pitch;

/** The pitches that {@link Pyin} tells apart: tenths of a semitone from the lowest on. */
record PitchGrid(double fMin, int size) {

  static final int PER_SEMITONE = 10;
  private static final int PER_OCTAVE = 12 * PER_SEMITONE;

  static PitchGrid over(PitchRange range) {
    double octaves = log2(range.fMax() / range.fMin());
    return new PitchGrid(range.fMin(), (int) Math.floor(PER_OCTAVE * octaves) + 1);
  }

  /** The nearest place, {@link #size} for what lies above the last one. */
  int indexOf(double hz) {
    double index = Math.rint(PER_OCTAVE * log2(hz / fMin));
    return (int) Math.max(0, Math.min(size, index));
  }

  double hz(int index) {
    return fMin * StrictMath.pow(2, (double) index / PER_OCTAVE);
  }

  private static double log2(double value) {
    return StrictMath.log(value) / StrictMath.log(2);
  }
}
