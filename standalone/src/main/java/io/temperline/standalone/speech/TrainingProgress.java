package io.temperline.standalone.speech;

import io.temperline.speech.evaluation.Evaluation;
import io.temperline.speech.training.EpochReport;
import io.temperline.speech.training.TrainingListener;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/** A training's progress: a bar that moves on a terminal, a line an epoch elsewhere. */
final class TrainingProgress implements TrainingListener {

  private static final int BAR = 30;
  private static final String CLEAR_LINE = "\r\u001b[K";

  private final PrintWriter out;
  private final boolean terminal;
  private final long startedAt = System.nanoTime();
  private int doneBefore;
  private String timeLeft = "?";

  TrainingProgress(PrintWriter out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  @Override
  public void begin(int done, int total) {
    doneBefore = done;
    if (done > 0) {
      out.printf("going on after step %d of %d%n", done, total);
      out.flush();
    }
  }

  @Override
  public void step(int done, int total) {
    timeLeft =
        timeLeft(
            Duration.ofNanos(System.nanoTime() - startedAt), done - doneBefore, total - doneBefore);
    if (terminal) {
      int filled = BAR * done / total;
      out.print(
          CLEAR_LINE
              + "["
              + "#".repeat(filled)
              + "-".repeat(BAR - filled)
              + "] "
              + 100 * done / total
              + " %, "
              + timeLeft
              + " left");
      out.flush();
    }
  }

  @Override
  public void epoch(EpochReport report) {
    String figures =
        report.validation().map(TrainingProgress::figures).orElse("no validation speakers");
    out.println(
        (terminal ? CLEAR_LINE : "")
            + String.format(
                Locale.ROOT,
                "epoch %d/%d  loss %.3f  %s  %s left",
                report.epoch(),
                report.epochs(),
                report.loss(),
                figures,
                timeLeft));
    out.flush();
  }

  private static String figures(Evaluation validation) {
    return String.format(
        Locale.ROOT,
        "validation: accuracy %.3f  UAR %.3f  anger AUC %.3f",
        validation.accuracy(),
        validation.uar(),
        validation.angerAuc());
  }

  static String timeLeft(Duration spent, int done, int total) {
    long seconds = Math.round(spent.toMillis() / 1000.0 * (total - done) / done);
    return seconds >= 60 ? (seconds + 30) / 60 + " min" : seconds + " s";
  }
}
