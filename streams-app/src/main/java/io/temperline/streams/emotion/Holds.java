package io.temperline.streams.emotion;

import io.temperline.streams.state.Hold;
import java.util.List;

/** When a call was on hold, in ms since the epoch, in order. Writes through to the call's state. */
final class Holds {

  private final List<Hold> holds;

  Holds(List<Hold> holds) {
    this.holds = holds;
  }

  /**
   * @return false if the call was on hold already
   */
  boolean begin(long at) {
    return !isOn() && holds.add(Hold.newBuilder().setFromMs(at).build());
  }

  /**
   * @return false if the call was not on hold
   */
  boolean end(long at) {
    if (!isOn()) {
      return false;
    }
    last().setUntilMs(at);
    return true;
  }

  boolean isOn() {
    return !holds.isEmpty() && last().getUntilMs() == null;
  }

  boolean overlap(long fromMs, long untilMs) {
    return holds.stream()
        .anyMatch(
            hold ->
                hold.getFromMs() < untilMs
                    && (hold.getUntilMs() == null || hold.getUntilMs() > fromMs));
  }

  void clear() {
    holds.clear();
  }

  private Hold last() {
    return holds.get(holds.size() - 1);
  }
}
