package io.temperline.speech.audio;

/**
 * How samples lie in a payload. Decoded samples are floats with full scale [-1, 1]; one quantising
 * step of 16-bit linear audio is 1/32768.
 */
public enum AudioCodec {
  /** G.711 mu-law, one byte a sample. */
  PCMU(1) {
    @Override
    float decodeAt(byte[] payload, int at) {
      return G711.MU_LAW[payload[at] & 0xFF];
    }

    @Override
    void encodeAt(int linear, byte[] payload, int at) {
      payload[at] = G711.toMuLaw(linear);
    }
  },

  /** G.711 A-law, one byte a sample. */
  PCMA(1) {
    @Override
    float decodeAt(byte[] payload, int at) {
      return G711.A_LAW[payload[at] & 0xFF];
    }

    @Override
    void encodeAt(int linear, byte[] payload, int at) {
      payload[at] = G711.toALaw(linear);
    }
  },

  /** 16-bit signed linear samples, little-endian (RFC 3551's L16 is big-endian: mind it). */
  L16(2) {
    @Override
    float decodeAt(byte[] payload, int at) {
      return (payload[at + 1] << 8 | payload[at] & 0xFF) / FULL_SCALE;
    }

    @Override
    void encodeAt(int linear, byte[] payload, int at) {
      payload[at] = (byte) linear;
      payload[at + 1] = (byte) (linear >> 8);
    }
  };

  static final float FULL_SCALE = 32768f;

  private final int bytesPerSample;

  AudioCodec(int bytesPerSample) {
    this.bytesPerSample = bytesPerSample;
  }

  abstract float decodeAt(byte[] payload, int at);

  abstract void encodeAt(int linear, byte[] payload, int at);

  public int bytesPerSample() {
    return bytesPerSample;
  }

  /**
   * Decodes {@code length} bytes from {@code offset} on into {@code into}, the first sample at
   * index {@code at}.
   *
   * @throws IllegalArgumentException if the bytes are not a whole number of samples
   */
  public void decode(byte[] payload, int offset, int length, float[] into, int at) {
    if (length % bytesPerSample != 0) {
      throw new IllegalArgumentException(
          length + " bytes are no whole number of " + name() + " samples");
    }
    int samples = length / bytesPerSample;
    for (int i = 0; i < samples; i++) {
      into[at + i] = decodeAt(payload, offset + i * bytesPerSample);
    }
  }

  /** Decodes a whole payload. */
  public float[] decode(byte[] payload) {
    float[] samples = new float[payload.length / bytesPerSample];
    decode(payload, 0, payload.length, samples, 0);
    return samples;
  }

  /** Encodes samples; what is beyond full scale is clipped. */
  public byte[] encode(float[] samples) {
    byte[] payload = new byte[samples.length * bytesPerSample];
    for (int i = 0; i < samples.length; i++) {
      encodeAt(toLinear16(samples[i]), payload, i * bytesPerSample);
    }
    return payload;
  }

  private static int toLinear16(float sample) {
    int linear = Math.round(sample * FULL_SCALE);
    return Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, linear));
  }
}
