package io.temperline.speech.window;

import io.temperline.speech.features.WindowFeatures;

/**
 * Makes the analyzers of many channels that one thread works on. They share the tables of the
 * transform and the filters: a thousand channels with tables of their own would push one another's
 * out of the processor's cache. Not thread-safe, and neither are the analyzers among themselves.
 */
public final class WindowAnalyzers {

  private final WindowConfig windows;
  private final WindowFeatures grid;
  private final BlockFeatures features;

  public WindowAnalyzers(WindowConfig windows, WindowFeatures grid) {
    this.windows = windows;
    this.grid = grid;
    features = BlockFeatures.of(grid);
  }

  public WindowConfig windows() {
    return windows;
  }

  /**
   * An analyzer that starts with the first sample of a window, which is the first to come out.
   *
   * @param firstWindow 0 for the channel's first sample
   * @throws IllegalArgumentException as of {@link WindowAnalyzer}
   */
  public WindowAnalyzer startingAt(long firstWindow) {
    return startingAt(firstWindow, BlockListener.NONE);
  }

  /** As {@link #startingAt(long)}, and the blocks go to a listener as well. */
  public WindowAnalyzer startingAt(long firstWindow, BlockListener listener) {
    return new WindowAnalyzer(windows, grid, features, firstWindow, listener);
  }
}
