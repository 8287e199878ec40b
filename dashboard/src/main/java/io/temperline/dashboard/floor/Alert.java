package io.temperline.dashboard.floor;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Comparator;

/**
 * An escalation as its latest step left it. Times are epoch ms of the audio's time.
 *
 * @param open whether somebody still has to look at it: not cleared, and its call goes on
 * @param severity INFO, WARNING or CRITICAL
 * @param ruleVersion the rule set that raised it; empty where that was not yet written down
 * @param updatedAt when the latest step happened
 * @param clearedAt null while it has not been cleared
 * @param emotion the label that the rule watches; null where only the history tells of the alert
 * @param level the watched emotion's smoothed probability at the latest step, 0 to 1
 * @param peak its highest value so far, 0 to 1
 * @param threshold the level that the rule asks for, 0 to 1; null where only the call's history
 *     tells of the alert
 * @param evidence the figures behind it in one sentence
 * @param action what to do about it, in words
 */
@Serdeable
public record Alert(
    String id,
    String callId,
    boolean open,
    String severity,
    String rule,
    String ruleVersion,
    long raisedAt,
    long updatedAt,
    @Nullable Long clearedAt,
    @Nullable String emotion,
    float level,
    float peak,
    @Nullable Float threshold,
    String evidence,
    String action) {

  /** The worst first, and the longest waiting first among equals. */
  public static final Comparator<Alert> BY_URGENCY =
      Comparator.comparing(Alert::open)
          .thenComparing(alert -> urgency(alert.severity()))
          .reversed()
          .thenComparing(Alert::raisedAt);

  Alert ofEndedCall() {
    return new Alert(
        id,
        callId,
        false,
        severity,
        rule,
        ruleVersion,
        raisedAt,
        updatedAt,
        clearedAt,
        emotion,
        level,
        peak,
        threshold,
        evidence,
        action);
  }

  static int urgency(String severity) {
    return switch (severity) {
      case "CRITICAL" -> 3;
      case "WARNING" -> 2;
      case "INFO" -> 1;
      default -> 0;
    };
  }
}
