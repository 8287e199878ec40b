package io.temperline.standalone.rules;

import io.temperline.streams.escalation.Backtest;
import java.util.List;

/** Calls of the past, wherever they are kept. */
interface PastCalls {

  /** Tells each test of all calls. */
  void tellTo(List<Backtest> tests);
}
