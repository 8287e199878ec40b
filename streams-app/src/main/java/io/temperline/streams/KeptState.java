package io.temperline.streams;

import io.temperline.streams.customer.CustomerStage;
import io.temperline.streams.history.HistoryStage;
import io.temperline.streams.state.AvroState;
import io.temperline.streams.state.CustomerState;
import io.temperline.streams.state.HistoryState;
import java.nio.ByteBuffer;
import java.util.Set;

/** The stores that keep who called, and how their changelogs are read. */
public enum KeptState {
  /** By call; what is left of an erased call that goes on says nothing. */
  LIVE_CALLS(HistoryStage.LIVE),
  /** By call. */
  COMPLETED_CALLS(HistoryStage.COMPLETED),
  /** By customer. */
  CUSTOMERS(CustomerStage.STORE);

  private final String store;

  KeptState(String store) {
    this.store = store;
  }

  /** The topic that the store is restored from. */
  public String changelog(String applicationId) {
    return "%s-%s-changelog".formatted(applicationId, store);
  }

  /**
   * Whether a value in the changelog says something about a call or a customer.
   *
   * @param calls where it is a customer's: only whether it says something about one of these calls;
   *     empty for anything
   */
  public boolean saysSomething(byte[] value, Set<String> calls) {
    ByteBuffer bytes = ByteBuffer.wrap(value);
    if (this == CUSTOMERS) {
      return calls.isEmpty()
          || AvroState.read(CustomerState.getDecoder(), bytes).getCalls().stream()
              .anyMatch(call -> calls.contains(call.getCallId()));
    }
    return AvroState.read(HistoryState.getDecoder(), bytes).getHistory() != null;
  }
}
