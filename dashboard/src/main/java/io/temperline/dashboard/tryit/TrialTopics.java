package io.temperline.dashboard.tryit;

import io.temperline.schemas.AudioFrame;
import io.temperline.schemas.CallEvent;
import io.temperline.schemas.Command;

/** Where a trial's records go. What is sent first is written first. */
interface TrialTopics {

  void send(CallEvent event);

  void send(AudioFrame frame);

  void send(Command command);

  /** Why the latest record could not be written; null while all were. */
  String failure();
}
