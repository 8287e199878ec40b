package io.temperline.speech.audio;

/**
 * The two companding laws of ITU-T Recommendation G.711 (11/1988) on 16-bit linear samples:
 * mu-law's 14-bit and A-law's 13-bit values are shifted up, as in the ITU-T Software Tool Library
 * (G.191). Like there, negative samples are folded by ones' complement, which decides the ties at
 * decision values.
 */
final class G711 {

  /** Decoded mu-law codes, full scale [-1, 1], at most 32124/32768. */
  static final float[] MU_LAW = new float[256];

  /** Decoded A-law codes, full scale [-1, 1], at most 32256/32768. */
  static final float[] A_LAW = new float[256];

  /** Mu-law's segments are powers of two only after 33 of 14 bits, here 132 of 16, is added. */
  private static final int MU_LAW_BIAS = 132;

  /** The recommendation transmits A-law with every second bit inverted. */
  private static final int A_LAW_INVERTED_BITS = 0x55;

  static {
    for (int code = 0; code < 256; code++) {
      MU_LAW[code] = fromMuLaw(code) / AudioCodec.FULL_SCALE;
      A_LAW[code] = fromALaw(code) / AudioCodec.FULL_SCALE;
    }
  }

  private G711() {}

  static byte toMuLaw(int linear) {
    int biased = Math.min(magnitude(linear) + MU_LAW_BIAS, Short.MAX_VALUE);
    int segment = highestBit(biased) - 7;
    int step = biased >> (segment + 3) & 0x0F;
    int sign = linear < 0 ? 0x80 : 0;
    return (byte) ~(sign | segment << 4 | step);
  }

  static byte toALaw(int linear) {
    int magnitude = magnitude(linear);
    int segment = Math.max(highestBit(magnitude) - 7, 0);
    int step = magnitude >> Math.max(segment + 3, 4) & 0x0F;
    int sign = linear < 0 ? 0 : 0x80;
    return (byte) ((sign | segment << 4 | step) ^ A_LAW_INVERTED_BITS);
  }

  private static int fromMuLaw(int code) {
    int bits = ~code;
    int segment = bits >> 4 & 0x07;
    int middleOfStep = (bits & 0x0F) << 3 | 0x84;
    int magnitude = (middleOfStep << segment) - MU_LAW_BIAS;
    return (bits & 0x80) == 0 ? magnitude : -magnitude;
  }

  private static int fromALaw(int code) {
    int bits = code ^ A_LAW_INVERTED_BITS;
    int segment = bits >> 4 & 0x07;
    int middleOfStep = (bits & 0x0F) << 4 | 0x08;
    int magnitude = segment == 0 ? middleOfStep : (middleOfStep | 0x100) << (segment - 1);
    return (bits & 0x80) == 0 ? -magnitude : magnitude;
  }

  private static int magnitude(int linear) {
    return linear < 0 ? ~linear : linear;
  }

  private static int highestBit(int value) {
    return 31 - Integer.numberOfLeadingZeros(value);
  }
}
