package io.temperline.streams.history;

import io.temperline.schemas.CallHistory;
import io.temperline.streams.state.AvroState;
import io.temperline.streams.state.HistoryState;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The histories of a task's calls: of those that live, and of those that are over and have alerts,
 * which people may still judge.
 */
final class Histories {

  static final String LIVE = "call-history";
  static final String COMPLETED = "completed-calls";

  private final KeyValueStore<String, HistoryState> live;
  private final KeyValueStore<String, HistoryState> completed;

  Histories(ProcessorContext<?, ?> context) {
    live = context.getStateStore(LIVE);
    completed = context.getStateStore(COMPLETED);
  }

  Optional<CallHistory> live(String callId) {
    return history(live.get(callId));
  }

  Optional<CallHistory> completed(String callId) {
    return history(completed.get(callId));
  }

  /** Whether the call lives, and nothing may be told of it. */
  boolean isErased(String callId) {
    HistoryState state = live.get(callId);
    return state != null && state.getHistory() == null;
  }

  List<String> liveCalls() {
    List<String> callIds = new ArrayList<>();
    try (KeyValueIterator<String, HistoryState> all = live.all()) {
      all.forEachRemaining(call -> callIds.add(call.key));
    }
    return callIds;
  }

  void put(CallHistory history) {
    live.put(history.getCallId(), state(history, 0));
  }

  /** The call is over: its history is kept only if there is something to judge. */
  void complete(CallHistory history, long nowMs) {
    live.delete(history.getCallId());
    if (!history.getEscalations().isEmpty()) {
      completed.put(history.getCallId(), state(history, nowMs));
    }
  }

  /** Deletes what is known of a call, and remembers to be silent about it if it lives. */
  void erase(String callId) {
    if (live.get(callId) != null) {
      live.put(callId, HistoryState.newBuilder().build());
    }
    completed.delete(callId);
  }

  /** An erased call is over. */
  void forget(String callId) {
    live.delete(callId);
  }

  /** Deletes those that are over and of which nothing was heard for that long. */
  void forget(long nowMs, Duration memory) {
    List<String> old = new ArrayList<>();
    try (KeyValueIterator<String, HistoryState> all = completed.all()) {
      while (all.hasNext()) {
        KeyValue<String, HistoryState> call = all.next();
        if (nowMs - call.value.getTouchedAt() >= memory.toMillis()) {
          old.add(call.key);
        }
      }
    }
    old.forEach(completed::delete);
  }

  private static HistoryState state(CallHistory history, long touchedAt) {
    ByteBuffer bytes = ByteBuffer.wrap(AvroState.write(CallHistory.getEncoder(), history));
    return new HistoryState(bytes, touchedAt);
  }

  /** A history as it is kept. */
  static Optional<CallHistory> history(HistoryState state) {
    return Optional.ofNullable(state)
        .map(HistoryState::getHistory)
        .map(bytes -> AvroState.read(CallHistory.getDecoder(), bytes.duplicate()));
  }
}
