package io.temperline.dashboard.commands;

import io.temperline.schemas.Command;
import io.temperline.schemas.CommandType;
import io.temperline.schemas.TrustedClasses;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Writes down who is to be erased. */
public final class ErasureCommands {

  private final Clock clock;

  public ErasureCommands(Clock clock) {
    TrustedClasses.trustOurs();
    this.clock = clock;
  }

  /**
   * Of the customer, and of the calls of which the streams application knows that they are theirs.
   *
   * @throws InvalidCommandException where it is not said who is to be erased, or who asks
   */
  public Command customer(String customerId, String by) {
    if (customerId == null || customerId.isBlank()) {
      throw new InvalidCommandException("say which customer is to be erased");
    }
    return erasure(CommandType.ERASE_CUSTOMER, by).setCustomerId(customerId).build();
  }

  /**
   * @param customerId whose call it is; null where that is not known
   * @throws InvalidCommandException where it is not said who asks
   */
  public Command call(String callId, String customerId, String by) {
    return erasure(CommandType.ERASE_CALL, by).setCallId(callId).setCustomerId(customerId).build();
  }

  private Command.Builder erasure(CommandType type, String by) {
    return Command.newBuilder()
        .setCommandId(UUID.randomUUID().toString())
        .setType(type)
        .setAt(clock.instant().truncatedTo(ChronoUnit.MILLIS))
        .setBy(Asker.require(by));
  }
}
