package io.temperline.streams.emotion;

import static org.assertj.core.api.Assertions.assertThat;

import io.temperline.streams.emotion.AudioProgress.Progress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class WatermarkTest {

  private final Deque<CompletableFuture<Progress>> questions = new ArrayDeque<>();
  private final Watermark watermark =
      new Watermark(
          partition -> {
            questions.add(new CompletableFuture<>());
            return questions.getLast();
          },
          0,
          Duration.ofSeconds(10));

  @Test
  void itStandsUntilTheBrokerAnswers() {
    watermark.advance(1000);
    watermark.advance(1100);
    assertThat(watermark.now()).isZero();
    assertThat(questions).hasSize(1);
    heardTo(50, 50);
    watermark.advance(1200);

    assertThat(watermark.now()).as("when it was asked").isEqualTo(1000);
  }

  @Test
  void itGoesOnWhenAllIsHeardThatWasThereWhenItWasAsked() {
    watermark.advance(1000);
    heardTo(40, 50);
    watermark.advance(1100);
    heardTo(49, 70);
    watermark.advance(1200);
    assertThat(watermark.now()).isZero();
    heardTo(50, 90);
    watermark.advance(1300);

    assertThat(watermark.now()).isEqualTo(1000);
  }

  @Test
  void whatNobodyAnswersIsAskedAgain() {
    watermark.advance(1000);
    questions.remove().completeExceptionally(new TimeoutException("no broker"));
    watermark.advance(61_000);
    heardTo(50, 50);
    watermark.advance(61_100);

    assertThat(watermark.now()).isEqualTo(61_000);
  }

  @Test
  void itGoesOnWhereNothingMoreCanBeHeard() {
    watermark.advance(1000);
    for (int afterMs = 0; afterMs < 10_000; afterMs += 100) {
      heardTo(40, 50);
      watermark.advance(1000 + afterMs);
      assertThat(watermark.now()).isZero();
    }
    heardTo(40, 50);
    watermark.advance(11_100);

    assertThat(watermark.now()).isEqualTo(1000);
  }

  @Test
  void itWaitsHoweverSlowlyAudioIsHeard() {
    watermark.advance(1000);
    for (int second = 0; second < 60; second++) {
      heardTo(second, 1000);
      watermark.advance(1000 + 1000L * second);
    }

    assertThat(watermark.now()).isZero();
  }

  private void heardTo(long heard, long end) {
    questions.remove().complete(new Progress(heard, end));
  }
}
