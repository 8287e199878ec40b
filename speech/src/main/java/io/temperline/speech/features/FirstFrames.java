package io.temperline.speech.features;

/** Lets the first frames through and no more. */
public final class FirstFrames implements FrameSink {

  private final FrameSink next;
  private int left;

  public FirstFrames(int count, FrameSink next) {
    left = count;
    this.next = next;
  }

  @Override
  public void accept(float[] values) {
    if (left > 0) {
      left--;
      next.accept(values);
    }
  }

  @Override
  public void end() {
    next.end();
  }
}
