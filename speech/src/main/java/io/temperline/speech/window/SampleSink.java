package io.temperline.speech.window;

/** Takes one channel's samples in order, with word of those that never arrived. */
public interface SampleSink {

  /** Takes the channel's next samples, full scale [-1, 1]. */
  void append(float[] samples, int offset, int length);

  /** Stands in for the channel's next samples, which never arrived: silence, marked as lost. */
  void appendLost(int samples);
}
