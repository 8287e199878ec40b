package io.temperline.speech.features.waveform;

import io.temperline.speech.features.FrameFunction;
import io.temperline.speech.features.Rms;

/**
 * How evenly a frame's energy is spread over its parts: the entropy, in bits, of the parts' shares
 * (Giannakopoulos and Pikrakis, Introduction to Audio Analysis, 2014, 4.3.3). From 0, all in one
 * part, to log2 of the number of parts, a steady sound; 0 for digital silence.
 */
public final class EnergyEntropy implements FrameFunction {

  private static final double BITS_PER_NAT = 1 / StrictMath.log(2);

  private final int parts;
  private final int length;

  /**
   * @param frameLength samples of a frame
   * @param parts into how many a frame is cut; what is left over at its end does not count
   */
  public EnergyEntropy(int frameLength, int parts) {
    if (parts < 1 || parts > frameLength) {
      throw new IllegalArgumentException(
          "a frame of " + frameLength + " samples cannot be cut into " + parts);
    }
    this.parts = parts;
    length = frameLength / parts;
  }

  @Override
  public void apply(float[] samples, float[] entropy) {
    double all = Rms.energy(samples, 0, parts * length);
    double bits = 0;
    for (int part = 0; part < parts; part++) {
      double share = Rms.energy(samples, part * length, length) / all;
      if (share > 0) {
        bits -= share * StrictMath.log(share) * BITS_PER_NAT;
      }
    }
    entropy[0] = (float) Math.max(0, bits);
  }
}
