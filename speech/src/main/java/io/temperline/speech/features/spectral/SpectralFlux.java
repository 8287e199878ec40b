package io.temperline.speech.features.spectral;

import io.temperline.speech.features.FrameSink;

/**
 * How fast the spectrum's shape changes: the sum of the squared differences between a frame's
 * magnitude spectrum and the one before, each made to sum to one (Giannakopoulos and Pikrakis,
 * Introduction to Audio Analysis, 2014, 4.4.3). From 0 to 2; 0 for the first frame.
 */
public final class SpectralFlux implements FrameSink {

  private final FrameSink next;
  private final float[] flux = new float[1];
  private final float[] before;
  private boolean first = true;

  /**
   * @param bins length of a magnitude spectrum
   */
  public SpectralFlux(int bins, FrameSink next) {
    before = new float[bins];
    this.next = next;
  }

  @Override
  public void accept(float[] magnitudes) {
    double sum = 0;
    for (float magnitude : magnitudes) {
      sum += magnitude;
    }
    double scale = sum < Float.MIN_NORMAL ? 0 : 1 / sum;
    double squares = 0;
    for (int k = 0; k < before.length; k++) {
      float share = (float) (magnitudes[k] * scale);
      double difference = share - before[k];
      squares += difference * difference;
      before[k] = share;
    }
    flux[0] = first ? 0 : (float) squares;
    first = false;
    next.accept(flux);
  }

  @Override
  public void end() {
    next.end();
  }
}
