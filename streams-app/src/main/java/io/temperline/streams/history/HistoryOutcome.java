package io.temperline.streams.history;

import io.temperline.schemas.CallHistory;
import io.temperline.streams.state.CustomerSignal;

/** What comes of a call's history. */
sealed interface HistoryOutcome {

  /** The call so far, or as a whole. */
  record Told(CallHistory history) implements HistoryOutcome {}

  /** Nothing is to be left of the call. */
  record Erased() implements HistoryOutcome {}

  /** What the call means for its customer. */
  record OfCustomer(String customerId, CustomerSignal signal) implements HistoryOutcome {}
}
