package io.temperline.dashboard.commands;

import io.temperline.dashboard.archive.Archive;
import io.temperline.dashboard.commands.FutileCommandException.Reason;
import io.temperline.dashboard.floor.Alert;
import io.temperline.dashboard.floor.FloorView;
import io.temperline.dashboard.source.SourceMonitor;
import io.temperline.dashboard.source.SourceStatus.State;
import io.temperline.schemas.Command;
import io.temperline.schemas.CommandType;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/**
 * Refuses commands that would have no effect, as far as the floor and the archive can tell. While
 * the topics are not read live, or where the floor has the call no longer, they cannot: the streams
 * application decides.
 */
@Singleton
final class FloorCheck {

  private final FloorView floor;
  private final Archive archive;
  private final List<SourceMonitor> sources;

  FloorCheck(
      FloorView floor,
      Archive archive,
      SourceMonitor floorSource,
      @Named("archive") SourceMonitor archiveSource) {
    this.floor = floor;
    this.archive = archive;
    this.sources = List.of(floorSource, archiveSource);
  }

  /**
   * @throws FutileCommandException where there is no such alert, or it is over and nothing is left
   *     to snooze
   */
  void requireEffect(Command command) {
    if (sources.stream().anyMatch(source -> source.status().state() != State.LIVE)) {
      return;
    }
    Optional<Alert> alert = floor.alert(command.getCallId(), command.getEscalationId());
    if (alert.isEmpty() && !isOfThePast(command.getCallId())) {
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

  /** Whether the floor does not have the call, but may have had it, or the archive has. */
  private boolean isOfThePast(String callId) {
    return floor.call(callId).isEmpty()
        && (floor.mayHaveDropped(callId) || archive.place(callId).isPresent());
  }
}
