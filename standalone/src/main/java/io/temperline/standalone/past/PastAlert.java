package io.temperline.standalone.past;

import io.temperline.schemas.Escalation;
import io.temperline.schemas.EscalationStatus;
import io.temperline.streams.escalation.JudgedCall;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An alert that a call of the past would have raised.
 *
 * @param callBeganAt when the call began
 * @param clearedAt empty where it fired to the end of what is known of the call
 * @param text what it would have told people
 */
public record PastAlert(
    String call,
    String rule,
    String severity,
    Instant callBeganAt,
    Instant raisedAt,
    Optional<Instant> clearedAt,
    Optional<String> clearedBecause,
    String text) {

  static final Comparator<PastAlert> IN_ORDER =
      Comparator.comparing(PastAlert::callBeganAt)
          .thenComparing(PastAlert::call)
          .thenComparing(PastAlert::raisedAt)
          .thenComparing(PastAlert::rule);

  /** The alerts of a call, in order. */
  static List<PastAlert> of(JudgedCall call) {
    Map<String, Escalation> raised = new LinkedHashMap<>();
    Map<String, Escalation> last = new LinkedHashMap<>();
    for (Escalation step : call.steps()) {
      raised.putIfAbsent(step.getEscalationId(), step);
      last.put(step.getEscalationId(), step);
    }
    return raised.values().stream()
        .map(first -> of(call, first, last.get(first.getEscalationId())))
        .sorted(IN_ORDER)
        .toList();
  }

  private static PastAlert of(JudgedCall call, Escalation first, Escalation last) {
    boolean cleared = last.getStatus() == EscalationStatus.CLEARED;
    return new PastAlert(
        call.callId(),
        first.getRule(),
        first.getSeverity().name().toLowerCase(Locale.ROOT),
        call.beganAt(),
        first.getRaisedAt(),
        cleared ? Optional.of(last.getAt()) : Optional.empty(),
        cleared ? Optional.of(last.getClearedBecause().name()) : Optional.empty(),
        text(first.getAnnotations()));
  }

  /** The summary, or what comes first by name. */
  private static String text(Map<String, String> annotations) {
    return Optional.ofNullable(annotations.get("summary"))
        .or(() -> annotations.keySet().stream().sorted().findFirst().map(annotations::get))
        .orElse("");
  }

  public Duration raisedAfter() {
    return Duration.between(callBeganAt, raisedAt);
  }

  public Optional<Duration> clearedAfter() {
    return clearedAt.map(at -> Duration.between(callBeganAt, at));
  }

  boolean isOf(PastAlert other) {
    return call.equals(other.call) && rule.equals(other.rule);
  }

  boolean isAtTheTimesOf(PastAlert other) {
    return raisedAt.equals(other.raisedAt) && clearedAt.equals(other.clearedAt);
  }

  boolean overlaps(PastAlert other) {
    return !raisedAt.isAfter(other.clearedAt.orElse(Instant.MAX))
        && !other.raisedAt.isAfter(clearedAt.orElse(Instant.MAX));
  }
}
