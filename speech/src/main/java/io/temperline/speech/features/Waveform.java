package io.temperline.speech.features;

/**
 * The samples themselves, full scale [-1, 1].
 *
 * @param sampleRate samples per second, a multiple of 100
 */
public record Waveform(int sampleRate) implements WindowFeatures {

  /** 8 kHz telephone audio. */
  public static final Waveform TELEPHONE = new Waveform(8000);

  private static final int HOPS_PER_SECOND = 100;

  public Waveform {
    if (sampleRate < HOPS_PER_SECOND || sampleRate % HOPS_PER_SECOND != 0) {
      throw new IllegalArgumentException(
          "Waveform: sampleRate must be a multiple of 100, not " + sampleRate);
    }
  }

  /** 10 ms. */
  @Override
  public int hop() {
    return sampleRate / HOPS_PER_SECOND;
  }
}
