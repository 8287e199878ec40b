package io.temperline.standalone.speech;

import io.temperline.speech.training.EpochReport;
import io.temperline.speech.training.TrainingListener;
import java.io.PrintWriter;
import java.util.Locale;

/** How the trainings of a reference system get on: a line now and then. */
final class SystemProgress implements TrainingListener {

  private final PrintWriter err;
  private int trainings;

  SystemProgress(PrintWriter err) {
    this.err = err;
  }

  @Override
  public void begin(int done, int total) {
    trainings++;
  }

  @Override
  public void step(int done, int total) {}

  @Override
  public void epoch(EpochReport report) {
    err.printf(
        Locale.ROOT,
        "training %d, epoch %d/%d  loss %.3f%n",
        trainings,
        report.epoch(),
        report.epochs(),
        report.loss());
    err.flush();
  }
}
