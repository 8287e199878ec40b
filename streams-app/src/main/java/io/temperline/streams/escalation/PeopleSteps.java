package io.temperline.streams.escalation;

import io.temperline.schemas.ClearReason;
import io.temperline.schemas.Command;
import io.temperline.schemas.Escalation;
import io.temperline.schemas.EscalationStatus;
import io.temperline.schemas.Turn;
import java.time.Instant;

/** Writes what people do with an alert as steps of its escalation. */
final class PeopleSteps {

  private PeopleSteps() {}

  /**
   * @param last the alert's step before
   * @throws UnusableCommandException where the command makes no sense
   */
  static Escalation of(Command command, Escalation last) {
    Escalation.Builder step =
        after(last)
            .setAt(command.getAt())
            .setBy(command.getBy())
            .setCommandId(command.getCommandId())
            .setNote(command.getNote());
    switch (command.getType()) {
      case ACKNOWLEDGE -> acknowledge(step, command);
      case SNOOZE ->
          step.setStatus(EscalationStatus.SNOOZED).setSnoozedUntil(command.getSnoozeUntil());
      case JUDGE ->
          step.setStatus(EscalationStatus.JUDGED)
              .setVerdict(command.getVerdict())
              .setJudgedBy(command.getBy());
      case NOTE -> step.setStatus(EscalationStatus.NOTED);
      case ERASE_CALL, ERASE_CUSTOMER, UNKNOWN ->
          throw new UnusableCommandException(command.getType() + " is not about an alert");
    }
    return step.build();
  }

  private static void acknowledge(Escalation.Builder step, Command command) {
    step.setStatus(EscalationStatus.ACKNOWLEDGED);
    if (step.getAcknowledgedBy() == null) {
      step.setAcknowledgedBy(command.getBy()).setAcknowledgedAt(command.getAt());
    }
  }

  /**
   * A rule's later step, with what people did with the alert before. Its text is that of when it
   * was raised or last got worse: one that is cleared would say how calm it is.
   */
  static Escalation carriedOver(Escalation last, Escalation step) {
    return Escalation.newBuilder(step)
        .setAnnotations(
            step.getTurn() == Turn.WORSE ? step.getAnnotations() : last.getAnnotations())
        .setAcknowledgedBy(last.getAcknowledgedBy())
        .setAcknowledgedAt(last.getAcknowledgedAt())
        .setSnoozedUntil(last.getSnoozedUntil())
        .setVerdict(last.getVerdict())
        .setJudgedBy(last.getJudgedBy())
        .build();
  }

  /** The snooze of an alert is over. */
  static Escalation woken(Escalation last, Instant at) {
    return after(last).setStatus(EscalationStatus.UPDATED).setAt(at).setSnoozedUntil(null).build();
  }

  /** An alert that still fired is erased with its call. */
  static Escalation erased(Command command, Escalation last) {
    return after(last)
        .setStatus(EscalationStatus.CLEARED)
        .setAt(command.getAt())
        .setClearedAt(command.getAt())
        .setClearedBecause(ClearReason.ERASED)
        .setBy(command.getBy())
        .setCommandId(command.getCommandId())
        .build();
  }

  private static Escalation.Builder after(Escalation last) {
    return Escalation.newBuilder(last).setTurn(null).setBy(null).setCommandId(null).setNote(null);
  }
}
