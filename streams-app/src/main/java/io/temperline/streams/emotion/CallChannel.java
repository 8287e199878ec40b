package io.temperline.streams.emotion;

import io.temperline.schemas.AudioFrame;

/** One side of a live call. */
sealed interface CallChannel permits KeptChannel, UnheardChannel {

  JitterBuffer.Fate hear(AudioFrame frame);

  /** True once its first frame is placed. */
  boolean hasBegun();

  /** True once every frame up to a sequence is placed. */
  boolean hasPlaced(long sequence);

  /** The sequence of the last frame heard. */
  long lastSequence();

  /** Where its last audio ends, ms since the epoch; 0 before the first. */
  long heardUntilMs();

  /** Places all that is left: nothing more will come. */
  void drain();

  /** Deletes all that is stored of it. */
  void delete();
}
