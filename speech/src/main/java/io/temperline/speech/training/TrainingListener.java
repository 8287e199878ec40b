package io.temperline.speech.training;

/** Is told how a training gets on. */
public interface TrainingListener {

  /**
   * After every step.
   *
   * @param done steps so far, of all epochs
   * @param total steps of the whole training
   */
  void step(int done, int total);

  /** After every epoch. */
  void epoch(EpochReport report);
}
