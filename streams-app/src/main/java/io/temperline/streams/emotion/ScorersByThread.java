package io.temperline.streams.emotion;

import io.temperline.speech.model.WindowScore;
import io.temperline.speech.model.WindowScorer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A scorer per stream thread, shared by the tasks that the thread works on: a scorer belongs to one
 * thread, and has buffers that are too large to have them once a task.
 */
final class ScorersByThread {

  private final Supplier<WindowScorer> scorers;
  private final Map<Thread, Shared> byThread = new HashMap<>();

  ScorersByThread(Supplier<WindowScorer> scorers) {
    this.scorers = scorers;
  }

  /** The calling thread's scorer; the caller closes it, and the last of its users closes it. */
  synchronized WindowScorer ofThisThread() {
    Shared shared =
        byThread.computeIfAbsent(
            Thread.currentThread(), thread -> new Shared(thread, scorers.get()));
    shared.users++;
    return new WindowScorer() {
      @Override
      public List<WindowScore> score(List<float[]> windows) {
        return shared.scorer.score(windows);
      }

      @Override
      public void close() {
        release(shared);
      }
    };
  }

  private synchronized void release(Shared shared) {
    shared.users--;
    if (shared.users == 0) {
      byThread.remove(shared.thread);
      shared.scorer.close();
    }
  }

  private static final class Shared {

    private final Thread thread;
    private final WindowScorer scorer;
    private int users;

    Shared(Thread thread, WindowScorer scorer) {
      this.thread = thread;
      this.scorer = scorer;
    }
  }
}
