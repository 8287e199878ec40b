package io.temperline.speech.features;

import java.util.Arrays;
import org.jtransforms.fft.DoubleFFT_1D;

/**
 * The power spectrum of a frame under a periodic Hann window, as librosa's {@code stft} has it
 * before the root. Not thread-safe. A frame costs no allocation.
 */
public final class PowerSpectrum implements FrameFunction {

  private final double[] window;
  private final DoubleFFT_1D fft;

  /** As JTransforms packs it: Re[0], Re[n/2], Re[1], Im[1], Re[2], Im[2] … */
  private final double[] packed;

  /**
   * @param fftSize length of the transform in samples, even
   * @param frameLength samples of a frame, at most {@code fftSize}; the rest is zeros
   */
  public PowerSpectrum(int fftSize, int frameLength) {
    if (fftSize < 2 || fftSize % 2 != 0 || frameLength > fftSize) {
      throw new IllegalArgumentException(
          "a transform is of an even length of at least the frame's, not " + fftSize);
    }
    window = periodicHann(frameLength);
    fft = new DoubleFFT_1D(fftSize);
    packed = new double[fftSize];
  }

  /** Half the transform's length and one: from 0 to half the sample rate. */
  public int bins() {
    return packed.length / 2 + 1;
  }

  @Override
  public void apply(float[] frame, float[] power) {
    compute(frame, 0, power);
  }

  /** Writes |X[k]|², k of 0 to {@code bins() - 1}, of the frame that begins at {@code offset}. */
  void compute(float[] samples, int offset, float[] power) {
    for (int i = 0; i < window.length; i++) {
      packed[i] = samples[offset + i] * window[i];
    }
    Arrays.fill(packed, window.length, packed.length, 0);
    fft.realForward(packed);
    int nyquist = packed.length / 2;
    power[0] = (float) (packed[0] * packed[0]);
    power[nyquist] = (float) (packed[1] * packed[1]);
    for (int k = 1; k < nyquist; k++) {
      double re = packed[2 * k];
      double im = packed[2 * k + 1];
      power[k] = (float) (re * re + im * im);
    }
  }

  /** The Hann window whose next period begins right after its last sample. */
  private static double[] periodicHann(int length) {
    double[] window = new double[length];
    for (int i = 0; i < length; i++) {
      window[i] = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / length);
    }
    return window;
  }
}
