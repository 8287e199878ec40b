package io.temperline.speech.training;

/** Is told how a training gets on. */
public interface TrainingListener {

  /**
   * Before the first step.
   *
   * @param done steps of an earlier run with which this one goes on; 0 where it begins
   * @param total steps of the whole training
   */
  default void begin(int done, int total) {}

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
