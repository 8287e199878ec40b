package io.temperline.speech.audio;

/**
 * What a telephone line makes of a sound: 8 kHz, G.711 mu-law. Whoever turns a recording into what
 * the service hears goes through here, so that training, files and live calls agree.
 */
public final class TelephoneLine {

  /** Samples per second on the line. */
  public static final int SAMPLE_RATE = 8_000;

  private TelephoneLine() {}

  /**
   * Sends samples down the line.
   *
   * @param samples one channel, full scale [-1, 1]
   * @param sampleRate 8,000 to 48,000
   * @return one mu-law byte per 1/8000 s
   */
  public static byte[] carry(float[] samples, int sampleRate) {
    return AudioCodec.PCMU.encode(new Resampler(sampleRate, SAMPLE_RATE).push(samples));
  }

  /** What the other end hears of it: samples at 8 kHz, full scale [-1, 1]. */
  public static float[] heard(byte[] muLaw) {
    return AudioCodec.PCMU.decode(muLaw);
  }
}
