package io.temperline.speech.features;

import java.util.Arrays;

/**
 * Raises what lies further below the loudest value of the whole signal than a range to that level,
 * as librosa's {@code top_db} does. The loudest value is known at the end alone, so that all frames
 * wait for it: a live stream is better off without.
 */
public final class TopDb implements FrameSink {

  private final float range;
  private final int groups;
  private final FrameSink next;
  private final FrameCollector held = new FrameCollector();

  /**
   * @param range dB, positive
   * @param groups into how many equal parts a frame falls, each with a loudest value of its own
   */
  public TopDb(float range, int groups, FrameSink next) {
    this.range = range;
    this.groups = groups;
    this.next = next;
  }

  @Override
  public void accept(float[] decibels) {
    held.accept(decibels);
  }

  @Override
  public void end() {
    FrameTable table = held.table();
    float[] floors = floors(table);
    float[] row = new float[table.columns()];
    for (int frame = 0; frame < table.frames(); frame++) {
      for (int i = 0; i < row.length; i++) {
        row[i] = Math.max(table.get(frame, i), floors[group(i, row.length)]);
      }
      next.accept(row);
    }
    next.end();
  }

  private float[] floors(FrameTable table) {
    float[] floors = new float[groups];
    Arrays.fill(floors, Float.NEGATIVE_INFINITY);
    float[] values = table.values();
    for (int i = 0; i < values.length; i++) {
      int group = group(i % table.columns(), table.columns());
      floors[group] = Math.max(floors[group], values[i] - range);
    }
    return floors;
  }

  private int group(int column, int columns) {
    return column / (columns / groups);
  }
}
