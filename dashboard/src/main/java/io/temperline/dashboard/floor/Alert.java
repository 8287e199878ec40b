package io.temperline.dashboard.floor;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * An escalation as its latest step left it. Times are epoch ms; those of the rule's steps are of
 * the audio's time, those of people's of their clock.
 *
 * @param open whether somebody still has to look at it: not cleared, and its call goes on
 * @param severity INFO, WARNING or CRITICAL
 * @param ruleVersion the rule set that raised it; empty where that was not yet written down
 * @param updatedAt when the latest step happened
 * @param clearedAt null while it has not been cleared
 * @param action what to do about it, in words; empty where only the history tells of the alert
 * @param actionCode the same for machines, such as NOTIFY_SUPERVISOR; null where the rule names
 *     none
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
    Evidence evidence,
    Handling handling,
    String action,
    @Nullable String actionCode) {

  /**
   * What comes first to be looked at: open ones, of them those that nobody has taken, the worst,
   * and the longest waiting.
   */
  public static final Comparator<Alert> BY_URGENCY =
      Comparator.comparingInt(Alert::attention).reversed().thenComparing(Alert::raisedAt);

  private static final int SEVERITIES = 4;

  /**
   * The figures behind an alert.
   *
   * @param watched what the rule watches, mostly the name of a figure such as anger; null where it
   *     watches none, or where only the history tells of the alert
   * @param level its value at the latest step; 0 where none is watched
   * @param peak its highest value so far; 0 where none is watched
   * @param threshold the value that the rule asks for; null where it asks for none
   * @param seconds how long the rule has held, of speech where it goes by that; null where only the
   *     history tells of the alert
   * @param figures the figures that the rule names, as last known; durations in seconds
   * @param summary what the rule's author says of it; null where that is nothing
   */
  @Serdeable
  public record Evidence(
      @Nullable String watched,
      float level,
      float peak,
      @Nullable Float threshold,
      @Nullable Double seconds,
      Map<String, Object> figures,
      @Nullable String summary) {

    Evidence told(UnaryOperator<String> texts) {
      Map<String, Object> figures = new TreeMap<>(this.figures);
      figures.replaceAll((name, value) -> value instanceof String text ? texts.apply(text) : value);
      return new Evidence(watched, level, peak, threshold, seconds, figures, texts.apply(summary));
    }
  }

  /**
   * What people have done with it; null is what nobody did.
   *
   * @param acknowledgedBy who first took care of it
   * @param snoozedUntil until then nobody is to be bothered with it
   * @param verdict RIGHT or FALSE_ALARM, by the last who judged
   * @param note the last that was written
   * @param command the last command that had an effect
   */
  @Serdeable
  public record Handling(
      @Nullable String acknowledgedBy,
      @Nullable Long acknowledgedAt,
      @Nullable Long snoozedUntil,
      @Nullable String verdict,
      @Nullable String judgedBy,
      @Nullable String note,
      @Nullable String notedBy,
      @Nullable String command) {

    Handling told(UnaryOperator<String> texts) {
      return new Handling(
          acknowledgedBy,
          acknowledgedAt,
          snoozedUntil,
          verdict,
          judgedBy,
          texts.apply(note),
          notedBy,
          command);
    }

    /** The same, with what was noted or asked for before where this step says nothing of it. */
    Handling after(Handling earlier) {
      return new Handling(
          acknowledgedBy,
          acknowledgedAt,
          snoozedUntil,
          verdict,
          judgedBy,
          note == null ? earlier.note : note,
          note == null ? earlier.notedBy : notedBy,
          command == null ? earlier.command : command);
    }
  }

  Alert after(Alert earlier) {
    return with(open, evidence, handling.after(earlier.handling), action);
  }

  Alert ofEndedCall() {
    return with(false, evidence, handling, action);
  }

  /** The same with its texts told otherwise; a text that is null may be asked for too. */
  Alert told(UnaryOperator<String> texts) {
    return with(open, evidence.told(texts), handling.told(texts), texts.apply(action));
  }

  /** How much it asks to be looked at, from 0: an open one above all others, a snoozed one last. */
  int attention() {
    if (!open) {
      return 0;
    }
    int turn = handling.snoozedUntil() != null ? 0 : handling.acknowledgedBy() != null ? 1 : 2;
    return 1 + turn * SEVERITIES + urgency(severity);
  }

  private static int urgency(String severity) {
    return switch (severity) {
      case "CRITICAL" -> 3;
      case "WARNING" -> 2;
      case "INFO" -> 1;
      default -> 0;
    };
  }

  private Alert with(boolean open, Evidence evidence, Handling handling, String action) {
    return new Alert(
        id,
        callId,
        open,
        severity,
        rule,
        ruleVersion,
        raisedAt,
        updatedAt,
        clearedAt,
        evidence,
        handling,
        action,
        actionCode);
  }
}
