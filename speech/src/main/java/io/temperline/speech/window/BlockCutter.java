package io.temperline.speech.window;

import io.temperline.speech.features.Rms;
import io.temperline.speech.features.Waveform;
import java.util.Arrays;

/**
 * Cuts one channel's audio into blocks on one continuous grid, the same whatever the chunks it came
 * in. For who needs blocks and no windows; {@link WindowAnalyzer} gives both. Not thread-safe.
 */
public final class BlockCutter implements SampleSink {

  private final int blockLength;
  private final BlockListener listener;

  /** The blocks before and, at the end, the one that is being filled. */
  private final float[] recent;

  private long blocks;
  private int filled;
  private int lostInBlock;

  /**
   * Cuts telephone audio into blocks of 10 ms.
   *
   * @param firstBlock which block of the channel's grid begins with the first sample
   */
  public BlockCutter(long firstBlock, BlockListener listener) {
    this(Waveform.TELEPHONE.hop(), 1, firstBlock, listener);
  }

  /**
   * @param reach blocks that lie one behind the other in what the listener gets, the last of which
   *     it is told of; before the first there are zeros
   */
  BlockCutter(int blockLength, int reach, long firstBlock, BlockListener listener) {
    this.blockLength = blockLength;
    this.listener = listener;
    recent = new float[reach * blockLength];
    blocks = firstBlock;
  }

  /** Position of the next sample to append, counted from the channel's first. */
  public long position() {
    return blocks * blockLength + filled;
  }

  @Override
  public void append(float[] samples, int offset, int length) {
    for (int done = 0; done < length; ) {
      int count = Math.min(length - done, blockLength - filled);
      System.arraycopy(samples, offset + done, recent, blockStart() + filled, count);
      advance(count, 0);
      done += count;
    }
  }

  @Override
  public void appendLost(int samples) {
    for (int done = 0; done < samples; ) {
      int count = Math.min(samples - done, blockLength - filled);
      Arrays.fill(recent, blockStart() + filled, blockStart() + filled + count, 0);
      advance(count, count);
      done += count;
    }
  }

  private int blockStart() {
    return recent.length - blockLength;
  }

  private void advance(int samples, int lost) {
    filled += samples;
    lostInBlock += lost;
    if (filled == blockLength) {
      double energy = Rms.energy(recent, blockStart(), blockLength);
      listener.block(blocks, recent, blockStart(), energy, lostInBlock);
      System.arraycopy(recent, blockLength, recent, 0, blockStart());
      blocks++;
      filled = 0;
      lostInBlock = 0;
    }
  }
}
