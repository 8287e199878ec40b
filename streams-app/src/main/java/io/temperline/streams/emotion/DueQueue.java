package io.temperline.streams.emotion;

import io.temperline.speech.model.WindowScore;
import io.temperline.speech.model.WindowScorer;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

/**
 * Windows and call ends that are due, across the calls of a task. They wait here for one another so
 * that windows of many calls share a batch. Nothing in here need survive a crash: the cursors have
 * not passed these windows, so they become due again.
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
  private final Queue<Due> queue = new ArrayDeque<>();
  private int toScore;

  DueQueue(WindowScorer scorer, WindowJudge judge) {
    this.scorer = scorer;
    this.judge = judge;
  }

  /** Takes over the complete windows of a call that can be decided on. */
  void collectFrom(LiveCall call) {
    for (LiveChannel channel : call.channels()) {
      while (!channel.complete().isEmpty() && call.mayJudge(channel, channel.complete().peek())) {
        var window = channel.complete().poll();
        add(new Due.Window(call, channel, window, judge.objection(call, channel, window)));
      }
    }
  }

  void addEnd(LiveCall call) {
    queue.add(new Due.End(call));
  }

  private void add(Due.Window due) {
    queue.add(due);
    if (due.reason().isEmpty()) {
      toScore++;
    }
  }

  boolean fillsABatch() {
    return toScore >= WindowScorer.BATCH;
  }

  /** Scores what is to be scored and tells all that is due. */
  void tellAll(Teller teller) {
    Iterator<WindowScore> scores = scorer.score(windowsToScore()).iterator();
    toScore = 0;
    for (Due due = queue.poll(); due != null; due = queue.poll()) {
      if (due instanceof Due.Window window) {
        teller.tell(
            window, window.reason().isEmpty() ? Optional.of(scores.next()) : Optional.empty());
      } else if (due instanceof Due.End end) {
        teller.tell(end);
      }
    }
  }

  private List<float[]> windowsToScore() {
    return queue.stream()
        .filter(Due.Window.class::isInstance)
        .map(Due.Window.class::cast)
        .filter(due -> due.reason().isEmpty())
        .map(due -> due.window().features())
        .toList();
  }
}
