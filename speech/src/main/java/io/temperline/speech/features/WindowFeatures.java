package io.temperline.speech.features;

/** What of its audio a window carries to be scored, on a grid of one value or more a hop. */
public sealed interface WindowFeatures permits LogMelConfig, Waveform {

  /** Samples per second of the audio that they are made of. */
  int sampleRate();

  /** Samples from one step of the grid to the next. */
  int hop();
}
