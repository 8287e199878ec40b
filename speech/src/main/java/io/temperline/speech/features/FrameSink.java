package io.temperline.speech.features;

/** Takes frames of values, in order. A stage that passes them on is one and has another. */
public interface FrameSink {

  /**
   * The next frame.
   *
   * @param values the sender's own array, to be read during the call alone
   */
  void accept(float[] values);

  /** There are no more frames. What a stage held back goes on now. */
  void end();
}
