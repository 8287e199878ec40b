package io.temperline.dashboard.floor;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * The floor, or what changed on it.
 *
 * @param snapshot whether this is all there is; otherwise it adds to what was sent before
 * @param revision the state that this leads to
 * @param calls the calls, or those that changed
 * @param removed ids of calls that are no longer shown
 */
@Serdeable
public record FloorChanges(
    boolean snapshot, long revision, List<CallSummary> calls, List<String> removed) {

  public boolean tellsSomething() {
    return snapshot || !calls.isEmpty() || !removed.isEmpty();
  }
}
