package io.temperline.standalone.past;

import io.temperline.streams.escalation.PastListener;
import java.util.List;

/** Calls of the past, wherever they are kept. */
public interface PastCalls {

  /** Tells each listener of all calls. */
  void tellTo(List<? extends PastListener> listeners);
}
