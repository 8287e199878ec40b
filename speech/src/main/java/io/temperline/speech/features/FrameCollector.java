package io.temperline.speech.features;

import java.util.Arrays;

/** Keeps all frames. */
public final class FrameCollector implements FrameSink {

  private float[] values = new float[1024];
  private int size;
  private int columns = 1;

  @Override
  public void accept(float[] frame) {
    columns = frame.length;
    if (size + columns > values.length) {
      values = Arrays.copyOf(values, Math.max(2 * values.length, size + columns));
    }
    System.arraycopy(frame, 0, values, size, columns);
    size += columns;
  }

  @Override
  public void end() {}

  /** The frames so far. */
  public FrameTable table() {
    return new FrameTable(columns, Arrays.copyOf(values, size));
  }
}
