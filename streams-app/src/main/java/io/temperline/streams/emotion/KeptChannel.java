package io.temperline.streams.emotion;

/** A channel whose audio is kept for as long as something is to come of it. */
sealed interface KeptChannel extends CallChannel permits LiveChannel, HeardChannel {

  ChannelAudio audio();

  @Override
  default boolean hasBegun() {
    return audio().hasBegun();
  }

  @Override
  default boolean hasPlaced(long sequence) {
    return audio().hasPlaced(sequence);
  }

  @Override
  default long lastSequence() {
    return audio().lastSequence();
  }

  @Override
  default long heardUntilMs() {
    return audio().heardUntilMs();
  }

  @Override
  default void drain() {
    audio().drain();
  }

  @Override
  default void delete() {
    audio().delete();
  }
}
