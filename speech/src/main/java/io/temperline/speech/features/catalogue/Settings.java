package io.temperline.speech.features.catalogue;

import io.temperline.speech.features.pitch.PitchRange;
import java.util.Map;

/**
 * With what a feature is computed.
 *
 * @param sampleRate samples per second
 * @param values of all of the feature's parameters
 */
record Settings(int sampleRate, Map<Parameter, Double> values) {

  double get(Parameter parameter) {
    return values.get(parameter);
  }

  int whole(Parameter parameter) {
    return (int) get(parameter);
  }

  boolean isSet(Parameter parameter) {
    return get(parameter) != Parameter.NONE;
  }

  /** Length of the Fourier transform. */
  int fft() {
    return whole(Parameter.N_FFT);
  }

  int hop() {
    return whole(Parameter.HOP);
  }

  int frameLength() {
    return whole(Parameter.FRAME_LENGTH);
  }

  int bins() {
    return fft() / 2 + 1;
  }

  int bands() {
    return whole(Parameter.N_MELS);
  }

  double fMax() {
    return isSet(Parameter.FMAX) ? get(Parameter.FMAX) : sampleRate / 2.0;
  }

  PitchRange pitches() {
    return new PitchRange(sampleRate, frameLength(), get(Parameter.FMIN), fMax());
  }
}
