package io.temperline.speech.features;

import java.util.ArrayList;
import java.util.List;

/** A stage that sends each frame through steps, one after the other, and on. */
public final class FrameChain implements FrameSink {

  private final List<FrameFunction> steps;
  private final float[][] rows;
  private final FrameSink next;

  private FrameChain(List<FrameFunction> steps, List<Integer> widths, FrameSink next) {
    this.steps = List.copyOf(steps);
    rows = widths.stream().map(float[]::new).toArray(float[][]::new);
    this.next = next;
  }

  /** Begins a chain. */
  public static Builder of(FrameFunction step, int width) {
    return new Builder().then(step, width);
  }

  @Override
  public void accept(float[] values) {
    float[] row = values;
    for (int i = 0; i < rows.length; i++) {
      steps.get(i).apply(row, rows[i]);
      row = rows[i];
    }
    next.accept(row);
  }

  @Override
  public void end() {
    next.end();
  }

  /** A chain in the making. */
  public static final class Builder {

    private final List<FrameFunction> steps = new ArrayList<>();
    private final List<Integer> widths = new ArrayList<>();

    private Builder() {}

    /**
     * Appends a step.
     *
     * @param width how many values the step writes
     */
    public Builder then(FrameFunction step, int width) {
      steps.add(step);
      widths.add(width);
      return this;
    }

    public FrameSink into(FrameSink next) {
      return new FrameChain(steps, widths, next);
    }
  }
}
