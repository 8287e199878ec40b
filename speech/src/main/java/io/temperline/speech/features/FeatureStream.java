package io.temperline.speech.features;

/**
 * Takes a channel's samples as they come and sends frames to the {@link FrameSink} that it was
 * opened with. The frames do not depend on how the samples are cut into chunks, to the last bit.
 * Not thread-safe: one per channel.
 */
public interface FeatureStream {

  /**
   * Takes the next samples.
   *
   * @param samples full scale [-1, 1]; not kept
   */
  void push(float[] samples, int offset, int length);

  /**
   * The channel is over: the frames that waited for more samples come out, and the sink is ended.
   *
   * @throws IllegalArgumentException if the signal was too short for the feature
   */
  void end();
}
