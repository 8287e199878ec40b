package io.temperline.speech.window;

/**
 * Hears of each block of one hop as soon as it is whole: 10 ms, 80 samples of telephone audio.
 * Started at a later window, a channel's blocks come again from there on. A window that the block
 * completes can be polled already.
 */
@FunctionalInterface
public interface BlockListener {

  /** For whom windows are enough. */
  BlockListener NONE = (index, samples, offset, energy, lostSamples) -> {};

  /**
   * @param index its place on the channel's grid, from 0
   * @param samples hold the block from {@code offset} on, full scale [-1, 1], until this returns
   * @param energy the sum of the squares of the block's samples
   * @param lostSamples how many of them are silence in place of what never arrived
   */
  void block(long index, float[] samples, int offset, double energy, int lostSamples);
}
