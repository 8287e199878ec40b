package io.temperline.streams.emotion;

import io.temperline.speech.model.WindowScore;
import io.temperline.speech.model.WindowScorer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

/**
 * What is to be told next, in order, for all calls of a task. Windows to score wait here for one
 * another, up to a bound, so that windows of many calls share a batch; what needs no score waits
 * only for those before it. Nothing in here need survive a crash: the cursors have not passed these
 * windows, so they become due again.
 */
final class DueQueue {

  /** Takes what is due, in order. */
  interface Teller {

    /**
     * @param score empty for a window that was not to be scored
     */
    void tell(Due.Window due, Optional<WindowScore> score);

    void tell(Due.End due);
  }

  private final WindowScorer scorer;
  private final WindowJudge judge;
  private final long longestWaitMs;
  private final Queue<Due> queue = new ArrayDeque<>();
  private final List<float[]> toScore = new ArrayList<>();

  DueQueue(WindowScorer scorer, WindowJudge judge, Duration longestWait) {
    this.scorer = scorer;
    this.judge = judge;
    longestWaitMs = longestWait.toMillis();
  }

  /** Takes over the complete windows of a call that can be decided on. */
  void collectFrom(LiveCall call, long nowMs) {
    for (LiveChannel channel : call.channels()) {
      while (!channel.complete().isEmpty() && call.mayJudge(channel, channel.complete().peek())) {
        var window = channel.complete().poll();
        var objection = judge.objection(call, channel, window);
        var conversation = call.conversationWith(channel, window);
        queue.add(new Due.Window(call, channel, window, objection, conversation, nowMs));
        if (objection.isEmpty()) {
          toScore.add(window.features());
        }
      }
    }
  }

  void addEnd(LiveCall call) {
    queue.add(new Due.End(call));
  }

  /** Tells what fills a batch, needs none, or has waited long enough. */
  void tellWhatIsReady(long nowMs, Teller teller) {
    tellWhatNeedsNoScore(teller);
    tell(hasWaitedLongEnough(nowMs) ? toScore.size() : fullBatches(), teller);
  }

  /** Tells all at once if anything is due of a call: something else is to be told of it next. */
  void tellAllOf(LiveCall call, Teller teller) {
    if (queue.stream().anyMatch(due -> due.call() == call)) {
      tellWhatNeedsNoScore(teller);
      tell(toScore.size(), teller);
    }
  }

  private void tell(int toBeScored, Teller teller) {
    if (toBeScored == 0) {
      return;
    }
    List<float[]> batches = toScore.subList(0, toBeScored);
    for (WindowScore score : scorer.score(batches)) {
      teller.tell((Due.Window) queue.remove(), Optional.of(score));
      tellWhatNeedsNoScore(teller);
    }
    batches.clear();
  }

  private boolean hasWaitedLongEnough(long nowMs) {
    return queue.peek() instanceof Due.Window first && nowMs - first.sinceMs() >= longestWaitMs;
  }

  private int fullBatches() {
    return toScore.size() - toScore.size() % WindowScorer.BATCH;
  }

  /** Afterwards a window to score comes first, if anything is left. */
  private void tellWhatNeedsNoScore(Teller teller) {
    while (!queue.isEmpty() && !needsScore(queue.peek())) {
      Due due = queue.remove();
      if (due instanceof Due.Window window) {
        teller.tell(window, Optional.empty());
      } else if (due instanceof Due.End end) {
        teller.tell(end);
      }
    }
  }

  private static boolean needsScore(Due due) {
    return due instanceof Due.Window window && window.reason().isEmpty();
  }
}
