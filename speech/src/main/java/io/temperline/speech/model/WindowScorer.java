package io.temperline.speech.model;

import java.util.List;

/** Scores windows on one thread. */
public interface WindowScorer extends AutoCloseable {

  /** Windows per forward pass; batches of other sizes differ in the last digits. */
  int BATCH = 8;

  /**
   * @param windows the features of windows of one length: log-mel frames, time-major [frames x
   *     bands] in dB, or samples of 8 kHz, full scale [-1, 1], by the model's manifest
   * @return scores in the same order
   */
  List<WindowScore> score(List<float[]> windows);

  @Override
  void close();
}
