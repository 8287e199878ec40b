package io.temperline.speech.features;

/**
 * A feature over a whole signal.
 *
 * @param columns values per frame
 * @param values time-major, [frames · columns]
 */
public record FrameTable(int columns, float[] values) {

  public FrameTable {
    if (columns < 1 || values.length % columns != 0) {
      throw new IllegalArgumentException(values.length + " values are no rows of " + columns);
    }
  }

  public int frames() {
    return values.length / columns;
  }

  public float get(int frame, int column) {
    return values[frame * columns + column];
  }

  /** One column over all frames, as a new array. */
  public float[] column(int column) {
    float[] all = new float[frames()];
    for (int frame = 0; frame < all.length; frame++) {
      all[frame] = get(frame, column);
    }
    return all;
  }
}
