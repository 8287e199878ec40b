package io.temperline.streams.emotion;

import io.temperline.streams.emotion.AudioProgress.Progress;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * The reading of a task's {@link IdleClock} up to which all audio that was in the topic has been
 * heard. It is what silence is measured by: however far the application is behind, no call is
 * silent because its frames are still waiting. It stands until {@link #advance} is called.
 */
final class Watermark {

  private final AudioProgress progress;
  private final int partition;
  private final long patienceMs;
  private long reading;
  private Question question;
  private Goal goal;

  /**
   * @param partition of the audio topic
   * @param patience Where so long nothing more is heard, all is heard that can be: behind the last
   *     record there may be marks of transactions, and retention may have deleted the rest
   */
  Watermark(AudioProgress progress, int partition, Duration patience) {
    this.progress = progress;
    this.partition = partition;
    patienceMs = patience.toMillis();
  }

  /** A reading of the idle clock in ms. */
  long now() {
    return reading;
  }

  /**
   * Asks how far the audio is heard, and takes the answer when it is there: not in the same call,
   * as a rule.
   *
   * @param idleNow what the idle clock reads
   */
  void advance(long idleNow) {
    take(idleNow);
    if (question == null) {
      question = new Question(idleNow, progress.of(partition).toCompletableFuture());
      take(idleNow);
    }
  }

  private void take(long idleNow) {
    if (question == null || !question.answer().isDone()) {
      return;
    }
    if (!question.answer().isCompletedExceptionally()) {
      advance(question, question.answer().join(), idleNow);
    }
    question = null;
  }

  private void advance(Question answered, Progress audio, long idleNow) {
    if (goal == null) {
      goal = new Goal(answered.askedAt(), audio.endsAt(), audio.heardTo(), idleNow);
    }
    if (audio.heardTo() >= goal.endedAt() || isStuck(audio, idleNow)) {
      reading = goal.reading();
      goal = null;
    } else if (audio.heardTo() > goal.heardTo()) {
      goal = new Goal(goal.reading(), goal.endedAt(), audio.heardTo(), idleNow);
    }
  }

  private boolean isStuck(Progress audio, long idleNow) {
    return audio.heardTo() == goal.heardTo() && idleNow - goal.movedAt() >= patienceMs;
  }

  private record Question(long askedAt, CompletableFuture<Progress> answer) {}

  /**
   * What must be heard before the watermark may go on.
   *
   * @param reading where it goes then
   * @param endedAt the offset behind what had been written by then
   * @param heardTo the offset to which audio is heard so far
   * @param movedAt since when
   */
  private record Goal(long reading, long endedAt, long heardTo, long movedAt) {}
}
