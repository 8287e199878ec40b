package io.temperline.speech.features;

import java.util.Arrays;

/**
 * Cuts samples into overlapping frames. With padding, frame i is centred on sample i · hop, as
 * librosa's {@code center=True} has it, and N samples have floor(N / hop) + 1 frames (of even
 * length); frame i comes out when the last sample that it sees has been pushed. No samples, no
 * frames. A frame costs no allocation.
 */
public final class Framer implements FeatureStream {

  private final int hop;
  private final Padding padding;
  private final FrameSink next;
  private final float[] frame;
  private int filled;
  private int toSkip;
  private boolean started;
  private float last;

  /**
   * @param frameLength samples of a frame, which are what {@code next} gets
   * @param hop samples from one frame's start to the next one's
   */
  public Framer(int frameLength, int hop, Padding padding, FrameSink next) {
    if (frameLength < 1 || hop < 1) {
      throw new IllegalArgumentException(
          "a frame and a hop have at least one sample, not " + frameLength + " and " + hop);
    }
    this.hop = hop;
    this.padding = padding;
    this.next = next;
    frame = new float[frameLength];
  }

  @Override
  public void push(float[] samples, int offset, int length) {
    if (length == 0) {
      return;
    }
    if (!started) {
      started = true;
      pad(samples[offset]);
    }
    for (int done = 0; done < length; ) {
      int count = Math.min(length - done, room());
      if (toSkip == 0) {
        System.arraycopy(samples, offset + done, frame, filled, count);
      }
      advance(count);
      done += count;
    }
    last = samples[offset + length - 1];
  }

  @Override
  public void end() {
    if (started) {
      pad(last);
    }
    next.end();
  }

  private void pad(float edge) {
    float value = padding == Padding.EDGE ? edge : 0;
    int half = padding == Padding.NONE ? 0 : frame.length / 2;
    for (int done = 0; done < half; ) {
      int count = Math.min(half - done, room());
      if (toSkip == 0) {
        Arrays.fill(frame, filled, filled + count, value);
      }
      advance(count);
      done += count;
    }
  }

  /** How many samples can be taken at once. */
  private int room() {
    return toSkip > 0 ? toSkip : frame.length - filled;
  }

  private void advance(int count) {
    if (toSkip > 0) {
      toSkip -= count;
      return;
    }
    filled += count;
    if (filled == frame.length) {
      next.accept(frame);
      filled = Math.max(0, frame.length - hop);
      toSkip = Math.max(0, hop - frame.length);
      System.arraycopy(frame, frame.length - filled, frame, 0, filled);
    }
  }
}
