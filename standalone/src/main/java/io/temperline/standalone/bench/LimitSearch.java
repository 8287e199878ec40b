package io.temperline.standalone.bench;

import java.io.IOException;
import java.util.function.BiConsumer;

/** Looks for the most calls that the application carries in time. */
final class LimitSearch {

  /** The search ends where the least that was too much is so close to the most that was not. */
  private static final double CLOSE_ENOUGH = 1.1;

  /** Plays so many calls. */
  interface Trial {
    Figures play(int calls) throws InterruptedException, IOException;
  }

  private final Trial trial;
  private final BiConsumer<Integer, Figures> tried;

  /**
   * @param tried is told of every trial
   */
  LimitSearch(Trial trial, BiConsumer<Integer, Figures> tried) {
    this.trial = trial;
    this.tried = tried;
  }

  /**
   * @param first how many calls to begin with; doubled until it is too many, then halved between
   * @return the most that were carried, 0 where not even one was
   */
  int from(int first) throws InterruptedException, IOException {
    int carried = 0;
    int tooMany = Integer.MAX_VALUE;
    int calls = first;
    while (calls > carried && calls < tooMany && !isClose(carried, tooMany)) {
      if (isCarried(calls)) {
        carried = calls;
        calls = tooMany == Integer.MAX_VALUE ? 2 * carried : (carried + tooMany) / 2;
      } else {
        tooMany = calls;
        calls = (carried + tooMany) / 2;
      }
    }
    return carried;
  }

  private boolean isCarried(int calls) throws InterruptedException, IOException {
    Figures figures = trial.play(calls);
    tried.accept(calls, figures);
    return figures.keptUp();
  }

  private static boolean isClose(int carried, int tooMany) {
    return tooMany <= CLOSE_ENOUGH * carried;
  }
}
