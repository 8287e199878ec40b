package io.temperline.dashboard.floor;

import io.temperline.dashboard.floor.CallDetail.Hold;
import java.util.ArrayList;
import java.util.List;

/** When a call was on hold, in the order of its gateway's events. Times are epoch ms. */
final class Holds {

  private final List<Hold> holds = new ArrayList<>();

  /** Begins a hold, unless one goes on. */
  void begin(long at) {
    if (since() == null) {
      holds.add(new Hold(at, null));
    }
  }

  /** Ends the hold that goes on, if any. */
  void end(long at) {
    Long since = since();
    if (since != null) {
      holds.set(holds.size() - 1, new Hold(since, at));
    }
  }

  /** When the hold that goes on began; null where none does. */
  Long since() {
    Hold last = holds.isEmpty() ? null : holds.get(holds.size() - 1);
    return last == null || last.to() != null ? null : (Long) last.from();
  }

  int count() {
    return holds.size();
  }

  /** Time in holds that are over, ms. */
  long overMs() {
    return holds.stream()
        .filter(hold -> hold.to() != null)
        .mapToLong(hold -> hold.to() - hold.from())
        .sum();
  }

  List<Hold> all() {
    return List.copyOf(holds);
  }
}
