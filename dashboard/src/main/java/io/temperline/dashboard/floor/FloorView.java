package io.temperline.dashboard.floor;

import io.temperline.schemas.CallEvent;
import io.temperline.schemas.CallHistory;
import io.temperline.schemas.Channel;
import io.temperline.schemas.EmotionEvent;
import io.temperline.schemas.Escalation;
import io.temperline.schemas.TrialCalls;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * What is happening on the floor, as far as the topics have told: live calls and the latest ended
 * ones. Every change raises the revision, so that a reader who knows one revision can ask for what
 * came after it; nothing is queued per reader. Bounded by its {@link FloorLimits}. Thread-safe.
 */
public final class FloorView {

  /** Calls that were dropped or erased are remembered, so that readers are told; only so many. */
  private static final int REMEMBERED = 10_000;

  private final FloorLimits limits;
  private final Clock clock;
  private final Map<String, TrackedCall> calls = new LinkedHashMap<>();
  private final Map<String, Drop> dropped = new LinkedHashMap<>();
  private final Map<String, Instant> erased = new LinkedHashMap<>();
  private long revision;
  private long forgottenDrops;

  /**
   * @param clock the dashboard's own time, by which silent calls are dropped
   */
  public FloorView(FloorLimits limits, Clock clock) {
    this.limits = limits;
    this.clock = clock;
  }

  private record Drop(long revision, boolean ended) {}

  /**
   * @param asOf when this was news, by the dashboard's clock; the same for the other records
   */
  public void on(CallEvent event, Instant asOf) {
    change(event.getCallId(), asOf, call -> call.apply(event));
  }

  public void on(EmotionEvent event, Instant asOf) {
    if (event.getChannel() == Channel.CALLER) {
      change(event.getCallId(), asOf, call -> call.apply(event));
    }
  }

  public synchronized void on(Escalation step, Instant asOf) {
    // A person's step is no sign of life of the call.
    TrackedCall known = step.getBy() == null ? null : calls.get(step.getCallId());
    change(step.getCallId(), known == null ? asOf : known.asOf(), call -> call.apply(step));
  }

  public void on(CallHistory history, Instant asOf) {
    change(history.getCallId(), asOf, call -> call.apply(history));
  }

  /**
   * Forgets who talks: a call that is over is shown no longer, one that goes on by its id alone.
   *
   * @param at when it was erased; what is said later of who talks may be shown again
   */
  public synchronized void erase(String id, Instant at) {
    erased.put(id, at);
    forgetOldest(erased);
    TrackedCall call = calls.get(id);
    if (call != null) {
      call.touch(++revision, at);
      call.erase(at);
      dropIfErasedAndOver(call);
    }
  }

  /** Drops what is more than is kept, and live calls of which nothing is heard any more. */
  public synchronized void tidy() {
    Instant silentSince = clock.instant().minus(limits.silentAfter());
    List<TrackedCall> ended =
        calls.values().stream()
            .filter(call -> !call.live())
            .sorted(Comparator.comparingLong(TrackedCall::endedAt).reversed())
            .skip(limits.keepEnded())
            .toList();
    List<TrackedCall> silent =
        calls.values().stream()
            .filter(call -> call.live() && call.asOf().isBefore(silentSince))
            .toList();
    ended.forEach(this::drop);
    silent.forEach(this::drop);
  }

  /** The whole floor, those first who need attention. */
  public synchronized FloorChanges snapshot() {
    return new FloorChanges(true, revision, summaries(shown(), -1), List.of());
  }

  /** What came after {@code known}, or the whole floor where that can no longer be told. */
  public synchronized FloorChanges changesSince(long known) {
    if (known < forgottenDrops || known > revision) {
      return snapshot();
    }
    Stream<TrackedCall> changed = shown().filter(call -> call.revision() > known);
    List<String> removed =
        dropped.entrySet().stream()
            .filter(drop -> drop.getValue().revision() > known)
            .map(Map.Entry::getKey)
            .toList();
    return new FloorChanges(false, revision, summaries(changed, known), removed);
  }

  public synchronized Optional<CallDetail> call(String id) {
    return Optional.ofNullable(calls.get(id)).map(call -> call.detail(-1));
  }

  /** The call with the windows that came after {@code known}; empty where nothing is new. */
  public synchronized Optional<CallDetail> callSince(String id, long known) {
    return Optional.ofNullable(calls.get(id))
        .filter(call -> call.revision() > known)
        .map(call -> call.detail(known));
  }

  /** The escalations of all calls that are shown, the most urgent first. */
  public synchronized List<Alert> alerts() {
    return shown().flatMap(call -> call.alerts().stream()).sorted(Alert.BY_URGENCY).toList();
  }

  /** An alert as it stands; empty where it is not known, or no longer. */
  public synchronized Optional<Alert> alert(String callId, String alertId) {
    return Optional.ofNullable(calls.get(callId)).stream()
        .flatMap(call -> call.alerts().stream())
        .filter(alert -> alert.id().equals(alertId))
        .findAny();
  }

  /** Whether it was erased who talked, and the call is shown no longer. */
  public synchronized boolean isForgotten(String callId) {
    return erased.containsKey(callId) && !calls.containsKey(callId);
  }

  /** Whether the call may have been shown once, and is no longer. */
  public synchronized boolean mayHaveDropped(String callId) {
    return forgottenDrops > 0 || dropped.containsKey(callId);
  }

  private synchronized void change(String id, Instant asOf, Consumer<TrackedCall> change) {
    Drop drop = dropped.get(id);
    if (drop != null && drop.ended()) {
      return; // a late record of a call that is over and no longer shown
    }
    dropped.remove(id);
    TrackedCall call =
        calls.computeIfAbsent(
            id, unknown -> new TrackedCall(unknown, limits.keepWindows(), erased.get(unknown)));
    call.touch(++revision, asOf);
    change.accept(call);
    dropIfErasedAndOver(call);
  }

  private void dropIfErasedAndOver(TrackedCall call) {
    if (call.erased() && !call.live()) {
      drop(call);
    }
  }

  private void drop(TrackedCall call) {
    calls.remove(call.id());
    dropped.put(call.id(), new Drop(++revision, !call.live()));
    forgetOldest(dropped).ifPresent(drop -> forgottenDrops = drop.revision());
  }

  private static <V> Optional<V> forgetOldest(Map<String, V> remembered) {
    if (remembered.size() <= REMEMBERED) {
      return Optional.empty();
    }
    String oldest = remembered.keySet().iterator().next();
    return Optional.of(remembered.remove(oldest));
  }

  /** All but trials, which are shown to whoever knows their id. */
  private Stream<TrackedCall> shown() {
    return calls.values().stream().filter(call -> !TrialCalls.isTrial(call.id()));
  }

  private static List<CallSummary> summaries(Stream<TrackedCall> calls, long since) {
    return calls.map(call -> call.summary(since)).sorted(CallSummary.BY_ATTENTION).toList();
  }
}
