package io.temperline.speech.features;

/**
 * One step of a feature: makes one row of values from another, as a spectrum from samples or
 * decibels from a spectrum. Steps are composed, see {@link FrameChain}. The lengths of the rows are
 * part of a step's own contract. Steps keep buffers of their own: one instance per thread.
 */
@FunctionalInterface
public interface FrameFunction {

  /**
   * @param in what the step works on; it is not changed
   * @param out every element is written
   */
  void apply(float[] in, float[] out);
}
