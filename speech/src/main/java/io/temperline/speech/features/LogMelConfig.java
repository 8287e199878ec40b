package io.temperline.speech.features;

/**
 * The grid and the bands of a log-mel spectrogram.
 *
 * @param sampleRate samples per second
 * @param fftSize length of the Fourier transform in samples, a power of two
 * @param frameLength samples that a frame sees, at most {@code fftSize}; the rest is zeros
 * @param hop samples from one frame to the next
 * @param bands number of mel bands
 * @param fMin lower edge of the lowest band in Hz
 * @param fMax upper edge of the highest band in Hz, at most half the sample rate
 */
public record LogMelConfig(
    int sampleRate, int fftSize, int frameLength, int hop, int bands, float fMin, float fMax)
    implements WindowFeatures {

  /** 8 kHz telephone audio: frames of 25 ms every 10 ms, 64 bands from 0 to 4 kHz. */
  public static final LogMelConfig TELEPHONE = new LogMelConfig(8000, 256, 200, 80, 64, 0, 4000);

  public LogMelConfig {
    require(sampleRate > 0, "sampleRate must be positive, not " + sampleRate);
    require(
        fftSize > 1 && Integer.bitCount(fftSize) == 1,
        "fftSize must be a power of two, not " + fftSize);
    require(
        frameLength > 0 && frameLength <= fftSize,
        "frameLength must be in 1.." + fftSize + ", not " + frameLength);
    require(hop > 0, "hop must be positive, not " + hop);
    require(bands > 0, "bands must be positive, not " + bands);
    require(
        fMin >= 0 && fMin < fMax && fMax <= sampleRate / 2f,
        "0 <= fMin < fMax <= " + sampleRate / 2f + " must hold, not " + fMin + " and " + fMax);
  }

  /** How many whole frames lie in so many samples. */
  public int framesIn(int samples) {
    return samples < frameLength ? 0 : (samples - frameLength) / hop + 1;
  }

  private static void require(boolean holds, String problem) {
    if (!holds) {
      throw new IllegalArgumentException("Log-mel configuration: " + problem);
    }
  }
}
