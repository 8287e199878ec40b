package io.temperline.standalone.speech;

import static org.assertj.core.api.Assertions.assertThat;

import io.temperline.speech.training.EpochReport;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TrainingProgressTest {

  private final StringWriter out = new StringWriter();

  @Test
  void theTimeLeftFollowsFromThePaceSoFar() {
    assertThat(TrainingProgress.timeLeft(Duration.ofSeconds(10), 100, 200)).isEqualTo("10 s");
    assertThat(TrainingProgress.timeLeft(Duration.ofMinutes(10), 1, 3)).isEqualTo("20 min");
    assertThat(TrainingProgress.timeLeft(Duration.ofMinutes(10), 3, 3)).isEqualTo("0 s");
  }

  @Test
  void aTerminalSeesABarThatMoves() {
    TrainingProgress progress = new TrainingProgress(new PrintWriter(out), true);
    progress.step(1, 2);
    assertThat(out.toString())
        .startsWith("\r")
        .contains("[###############---------------] 50 %", "left")
        .doesNotContain("\n");
  }

  @Test
  void elsewhereThereIsALineAnEpoch() {
    TrainingProgress progress = new TrainingProgress(new PrintWriter(out), false);
    progress.step(1, 2);
    progress.step(2, 2);
    progress.epoch(new EpochReport(1, 1, 1.25, Optional.empty()));
    assertThat(out.toString())
        .isEqualTo("epoch 1/1  loss 1.250  no validation speakers  0 s left%n".formatted());
  }
}
