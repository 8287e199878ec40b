package io.temperline.streams.intake;

import io.temperline.schemas.Command;
import io.temperline.schemas.CommandType;
import io.temperline.schemas.Verdict;
import java.util.Optional;

/** What a command must be to be carried out. */
final class CommandCheck implements RecordCheck<Command> {

  @Override
  public Optional<String> objection(String key, Command command, long timestamp) {
    if (command.getType() == CommandType.UNKNOWN) {
      return Optional.of("unknown type of command");
    }
    if (command.getCommandId().isBlank() || command.getBy().isBlank()) {
      return Optional.of("a command needs a commandId and who asks");
    }
    if (command.getType() == CommandType.ERASE_CUSTOMER) {
      return command.getCustomerId() == null || !command.getCustomerId().equals(key)
          ? Optional.of("ERASE_CUSTOMER needs a customerId, which is also the key")
          : Optional.empty();
    }
    if (command.getCallId() == null) {
      return Optional.of(command.getType() + " needs a callId");
    }
    return RecordCheck.objectionToKey(key, command.getCallId())
        .or(
            () ->
                command.getType() == CommandType.ERASE_CALL
                    ? Optional.empty()
                    : objectionToAlertCommand(command));
  }

  private static Optional<String> objectionToAlertCommand(Command command) {
    if (command.getEscalationId() == null) {
      return Optional.of(command.getType() + " needs an escalationId");
    }
    return switch (command.getType()) {
      case SNOOZE ->
          command.getSnoozeUntil() == null || !command.getSnoozeUntil().isAfter(command.getAt())
              ? Optional.of("SNOOZE needs a snoozeUntil after its own time")
              : Optional.empty();
      case JUDGE ->
          command.getVerdict() == null || command.getVerdict() == Verdict.UNKNOWN
              ? Optional.of("JUDGE needs a verdict")
              : Optional.empty();
      case NOTE ->
          command.getNote() == null || command.getNote().isBlank()
              ? Optional.of("NOTE needs a note")
              : Optional.empty();
      case ACKNOWLEDGE, ERASE_CALL, ERASE_CUSTOMER, UNKNOWN -> Optional.empty();
    };
  }
}
