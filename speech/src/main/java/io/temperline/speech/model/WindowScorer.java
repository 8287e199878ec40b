package io.temperline.speech.model;

import java.util.List;

/** Scores windows on one thread. */
public interface WindowScorer extends AutoCloseable {

  /** Windows per forward pass; batches of other sizes differ in the last digits. */
  int BATCH = 8;

  /**
   * @param logMels windows of one length, each time-major [frames x bands] in dB
   * @return scores in the same order
   */
  List<EmotionScores> score(List<float[]> logMels);

  @Override
  void close();
}
