package io.temperline.speech.features;

/** What a {@link Framer} puts before the first sample and after the last. */
public enum Padding {
  /** Nothing: frame i begins at sample i · hop. */
  NONE,
  /** Half a frame of zeros: frame i is centred on sample i · hop. */
  ZERO,
  /** As {@link #ZERO}, with the first sample and the last one repeated. */
  EDGE
}
