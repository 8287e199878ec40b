package io.temperline.dashboard.floor;

import io.temperline.schemas.CallEvent;
import io.temperline.schemas.CallHistory;
import io.temperline.schemas.EmotionEvent;
import io.temperline.schemas.Escalation;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One call, put together from what the topics say of it. The topics are read side by side, so
 * records of different topics may come in any order; within one topic they come in theirs. The
 * gateway's events say who talks and whether the call is held, the windows what is heard, the
 * history the figures. Not thread-safe: {@link FloorView} guards it.
 */
final class TrackedCall {

  private final String id;
  private final EmotionTrack track;
  private final Map<String, Alert> alerts = new LinkedHashMap<>();
  private final Holds holds = new Holds();
  private long revision;
  private Instant asOf = Instant.MIN;
  private Long startedAt;
  private Long firstHeardAt;
  private Long lastHeardAt;
  private Long endedAt;
  private boolean endInferred;
  private String customer;
  private String agent;
  private String queue;
  private CallHistory history;
  private Instant erasedAt;

  /**
   * @param erasedAt when who talks was erased; null where it was not
   */
  TrackedCall(String id, int keepWindows, Instant erasedAt) {
    this.id = id;
    this.track = new EmotionTrack(keepWindows);
    this.erasedAt = erasedAt;
  }

  void apply(CallEvent event) {
    long at = event.getEffectiveAt().toEpochMilli();
    switch (event.getType()) {
      case STARTED -> startedAt = at;
      case HELD -> holds.begin(at);
      case RESUMED -> holds.end(at);
      case ENDED -> end(at, event.getInferred());
      case TRANSFERRED, UNKNOWN -> {
        // Who talks now is taken below; a type that this reader does not know says nothing else.
      }
    }
    if (!erased() || event.getEffectiveAt().isAfter(erasedAt)) {
      customer = known(event.getCustomerId(), customer);
      agent = known(event.getAgentId(), agent);
      queue = known(event.getQueue(), queue);
    }
    heardAt(at);
  }

  void apply(EmotionEvent event) {
    track.add(event, revision);
    heardAt(event.getStartsAt().toEpochMilli());
    heardAt(event.getEndsAt().toEpochMilli());
  }

  void apply(Escalation step) {
    Alert next = Alerts.of(step);
    alerts.merge(next.id(), next, (old, now) -> now.updatedAt() < old.updatedAt() ? old : now);
    heardAt(step.getAt().toEpochMilli());
  }

  void apply(CallHistory record) {
    history = record;
    startedAt = record.getStartedAt().toEpochMilli();
    customer = known(customer, record.getCustomerId());
    agent = known(agent, record.getAgentId());
    queue = known(queue, record.getQueue());
    heardAt(record.getUpdatedAt().toEpochMilli());
    if (record.getComplete()) {
      Instant end = record.getEndedAt() == null ? record.getUpdatedAt() : record.getEndedAt();
      end(end.toEpochMilli(), record.getEndInferred());
    }
  }

  void erase(Instant at) {
    erasedAt = at;
    customer = null;
    agent = null;
    queue = null;
    history = null;
  }

  boolean erased() {
    return erasedAt != null;
  }

  /** Notes that something was said of the call. */
  void touch(long revision, Instant asOf) {
    this.revision = revision;
    this.asOf = asOf.isAfter(this.asOf) ? asOf : this.asOf;
  }

  String id() {
    return id;
  }

  long revision() {
    return revision;
  }

  Instant asOf() {
    return asOf;
  }

  boolean live() {
    return endedAt == null;
  }

  long endedAt() {
    return endedAt;
  }

  /**
   * @param since only points that came after this revision
   */
  CallSummary summary(long since) {
    return new CallSummary(
        id,
        live(),
        start(),
        endedAt,
        endInferred,
        duration(),
        asOf.toEpochMilli(),
        customer,
        agent,
        queue,
        holds.since(),
        emotion(),
        anger(),
        peakAnger(),
        live() ? track.notScored() : null,
        alerts(),
        track.recent(since));
  }

  /**
   * @param since only windows that came after this revision
   */
  CallDetail detail(long since) {
    return new CallDetail(
        revision,
        summary(since),
        track.labels(),
        track.windows(since),
        history == null ? List.of() : Histories.stretches(history, start()),
        holds.all(),
        history == null ? null : Histories.figures(history));
  }

  List<Alert> alerts() {
    Map<String, Alert> all = new LinkedHashMap<>(alerts);
    if (history != null) {
      history.getEscalations().stream()
          .map(summary -> Alerts.of(summary, id))
          .forEach(alert -> all.putIfAbsent(alert.id(), alert));
    }
    return all.values().stream()
        .map(alert -> live() ? alert : alert.ofEndedCall())
        .sorted(Alert.BY_URGENCY)
        .toList();
  }

  private void end(long at, boolean inferred) {
    holds.end(at);
    endedAt = at;
    endInferred = inferred;
  }

  private void heardAt(long at) {
    firstHeardAt = firstHeardAt == null ? at : Math.min(firstHeardAt, at);
    lastHeardAt = lastHeardAt == null ? at : Math.max(lastHeardAt, at);
  }

  private long start() {
    return startedAt == null ? firstHeardAt : startedAt;
  }

  private long duration() {
    return Math.max(0, (live() ? lastHeardAt : endedAt) - start());
  }

  private String emotion() {
    return track.emotion() == null && history != null
        ? history.getCurrentEmotion()
        : track.emotion();
  }

  private Float anger() {
    return track.anger() == null && emotion() != null
        ? (Float) history.getCurrentAnger()
        : track.anger();
  }

  private Float peakAnger() {
    Float seen = track.peakAnger();
    if (history == null || history.getWindowsScored() == 0) {
      return seen;
    }
    return seen == null ? history.getPeakAnger() : Math.max(seen, history.getPeakAnger());
  }

  private static String known(String value, String otherwise) {
    return value != null ? value : otherwise;
  }
}
