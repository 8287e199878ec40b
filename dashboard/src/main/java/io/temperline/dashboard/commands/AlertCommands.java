package io.temperline.dashboard.commands;

import io.temperline.schemas.Command;
import io.temperline.schemas.CommandType;
import io.temperline.schemas.TrustedClasses;
import io.temperline.schemas.Verdict;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes down what people want done with alerts, and refuses what the topology would refuse. */
public final class AlertCommands {

  private static final int LONGEST_NOTE = 4000;

  /** A call's id may hold anything, slashes too; a rule's name and a window's number do not. */
  private static final Pattern ALERT_ID =
      Pattern.compile("(?<call>.+)/[A-Za-z0-9._-]{1,100}/\\d{1,18}", Pattern.DOTALL);

  private final Clock clock;

  public AlertCommands(Clock clock) {
    TrustedClasses.trustOurs();
    this.clock = clock;
  }

  /**
   * @param note a remark; null for none
   * @throws InvalidCommandException where that makes no sense
   */
  public Command acknowledge(String alertId, String by, String note) {
    return about(CommandType.ACKNOWLEDGE, alertId, by, note).build();
  }

  /**
   * @param until null is refused
   * @param note a remark; null for none
   * @throws InvalidCommandException where that makes no sense
   */
  public Command snooze(String alertId, String by, Instant until, String note) {
    Command.Builder command =
        about(CommandType.SNOOZE, alertId, by, note).setSnoozeUntil(inMillis(until));
    if (until == null || !command.getSnoozeUntil().isAfter(command.getAt())) {
      throw new InvalidCommandException("say until when to snooze: a time that is still to come");
    }
    return command.build();
  }

  /**
   * @param verdict null or UNKNOWN is refused
   * @param note a remark; null for none
   * @throws InvalidCommandException where that makes no sense
   */
  public Command judge(String alertId, String by, Verdict verdict, String note) {
    if (verdict == null || verdict == Verdict.UNKNOWN) {
      throw new InvalidCommandException("say whether it was RIGHT or a FALSE_ALARM");
    }
    return about(CommandType.JUDGE, alertId, by, note).setVerdict(verdict).build();
  }

  /**
   * @param note what is noted; null or blank is refused
   * @throws InvalidCommandException where that makes no sense
   */
  public Command note(String alertId, String by, String note) {
    if (note == null || note.isBlank()) {
      throw new InvalidCommandException("there is nothing to note");
    }
    return about(CommandType.NOTE, alertId, by, note).build();
  }

  private Command.Builder about(CommandType type, String alertId, String by, String note) {
    String asker = Asker.require(by);
    if (note != null && note.length() > LONGEST_NOTE) {
      throw new InvalidCommandException(
          "the note has %d characters, %d are allowed".formatted(note.length(), LONGEST_NOTE));
    }
    return Command.newBuilder()
        .setCommandId(UUID.randomUUID().toString())
        .setType(type)
        .setAt(inMillis(clock.instant()))
        .setBy(asker)
        .setCallId(callOf(alertId))
        .setEscalationId(alertId)
        .setNote(note == null || note.isBlank() ? null : note);
  }

  private static Instant inMillis(Instant time) {
    return time == null ? null : time.truncatedTo(ChronoUnit.MILLIS);
  }

  private static String callOf(String alertId) {
    Matcher id = ALERT_ID.matcher(alertId == null ? "" : alertId);
    if (!id.matches()) {
      throw new InvalidCommandException(
          "'%s' is not an alert's id: those are CALL/RULE/WINDOW, such as call-7/sustained-anger/12"
              .formatted(alertId == null ? "" : alertId));
    }
    return id.group("call");
  }
}
