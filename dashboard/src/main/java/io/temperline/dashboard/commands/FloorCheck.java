package io.temperline.dashboard.commands;

import io.temperline.dashboard.commands.FutileCommandException.Reason;
import io.temperline.dashboard.floor.Alert;
import io.temperline.dashboard.floor.FloorView;
import io.temperline.dashboard.source.SourceMonitor;
import io.temperline.dashboard.source.SourceStatus.State;
import io.temperline.schemas.Command;
import io.temperline.schemas.CommandType;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Refuses commands that would have no effect, as far as the floor can tell. While the topics are
 * not read live, or where the call is no longer shown, it cannot: the streams application decides.
 */
@Singleton
final class FloorCheck {

  private final FloorView floor;
  private final SourceMonitor source;

  FloorCheck(FloorView floor, SourceMonitor source) {
    this.floor = floor;
    this.source = source;
  }

  /**
   * @throws FutileCommandException where there is no such alert, or it is over and nothing is left
   *     to snooze
   */
  void requireEffect(Command command) {
    if (source.status().state() != State.LIVE) {
      return;
    }
    Optional<Alert> alert = floor.alert(command.getCallId(), command.getEscalationId());
    if (alert.isEmpty() && !floor.mayHaveDropped(command.getCallId())) {
      throw new FutileCommandException(
          Reason.NO_SUCH_ALERT,
          ("the calls that are shown have no alert '%s': GET /api/escalations names theirs, and "
                  + "'./temperline alerts' reaches older ones")
              .formatted(command.getEscalationId()));
    }
    boolean isOver = alert.isPresent() && !alert.get().open();
    if (isOver && command.getType() == CommandType.SNOOZE) {
      throw new FutileCommandException(
          Reason.CLEARED,
          "the alert '%s' is cleared: there is nothing left to snooze"
              .formatted(command.getEscalationId()));
    }
  }
}
