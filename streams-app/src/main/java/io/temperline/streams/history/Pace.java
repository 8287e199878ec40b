package io.temperline.streams.history;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Sees to it that a live call is told of no more often than once in an interval. */
final class Pace {

  private final long intervalMs;
  private final Map<String, Long> toldAt = new HashMap<>();
  private final Set<String> waiting = new LinkedHashSet<>();

  Pace(Duration interval) {
    intervalMs = interval.toMillis();
  }

  /** Whether the call may be told of now; if not, it waits. */
  boolean mayTell(String callId, long nowMs) {
    if (isDue(callId, nowMs)) {
      toldAt.put(callId, nowMs);
      waiting.remove(callId);
      return true;
    }
    waiting.add(callId);
    return false;
  }

  /** There is something to tell of the call when it may be told. */
  void waits(String callId) {
    waiting.add(callId);
  }

  /** The calls that have waited long enough. */
  List<String> due(long nowMs) {
    List<String> due = new ArrayList<>(waiting);
    due.removeIf(callId -> !mayTell(callId, nowMs));
    return due;
  }

  void forget(String callId) {
    toldAt.remove(callId);
    waiting.remove(callId);
  }

  private boolean isDue(String callId, long nowMs) {
    Long last = toldAt.get(callId);
    return last == null || nowMs - last >= intervalMs;
  }
}
