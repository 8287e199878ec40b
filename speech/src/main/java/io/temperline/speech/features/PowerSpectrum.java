package io.temperline.speech.features;

import java.util.Arrays;
import org.jtransforms.fft.FloatFFT_1D;

/** The power spectrum of one windowed frame. Not thread-safe. */
final class PowerSpectrum {

  private final float[] window;
  private final FloatFFT_1D fft;

  /** As JTransforms packs it: Re[0], Re[n/2], Re[1], Im[1], Re[2], Im[2] … */
  private final float[] packed;

  PowerSpectrum(int fftSize, int frameLength) {
    window = periodicHann(frameLength);
    fft = new FloatFFT_1D(fftSize);
    packed = new float[fftSize];
  }

  int bins() {
    return packed.length / 2 + 1;
  }

  /** Writes |X[k]|², k of 0 to {@code bins() - 1}, of the frame that begins at {@code offset}. */
  void compute(float[] samples, int offset, float[] power) {
    for (int i = 0; i < window.length; i++) {
      packed[i] = samples[offset + i] * window[i];
    }
    Arrays.fill(packed, window.length, packed.length, 0);
    fft.realForward(packed);
    int nyquist = packed.length / 2;
    power[0] = packed[0] * packed[0];
    power[nyquist] = packed[1] * packed[1];
    for (int k = 1; k < nyquist; k++) {
      float re = packed[2 * k];
      float im = packed[2 * k + 1];
      power[k] = re * re + im * im;
    }
  }

  /** The Hann window whose next period begins right after its last sample. */
  private static float[] periodicHann(int length) {
    float[] window = new float[length];
    for (int i = 0; i < length; i++) {
      window[i] = (float) (0.5 - 0.5 * Math.cos(2 * Math.PI * i / length));
    }
    return window;
  }
}
