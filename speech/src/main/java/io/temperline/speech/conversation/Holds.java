package io.temperline.speech.conversation;

import java.util.ArrayList;
import java.util.List;

/** When the call goes on hold and comes back, as far as it is not over for both sides. */
final class Holds {

  /** In the order of their frames. */
  private final List<Mark> marks = new ArrayList<>();

  private boolean before;

  /**
   * Notes that hold begins or ends.
   *
   * @param from the first frame on hold, or the first that is not
   */
  void mark(long from, boolean held) {
    int at = marks.size();
    while (at > 0 && marks.get(at - 1).from > from) {
      at--;
    }
    marks.add(at, new Mark(from, held));
  }

  boolean isHeld(long frame) {
    boolean held = before;
    for (int i = 0; i < marks.size() && marks.get(i).from <= frame; i++) {
      held = marks.get(i).held;
    }
    return held;
  }

  /** Forgets what frames from this one on do not need. */
  void forgetBefore(long frame) {
    while (!marks.isEmpty() && marks.get(0).from <= frame) {
      before = marks.remove(0).held;
    }
  }

  void carry(StateTape tape) {
    before = tape.flag(before);
    int size = tape.number(marks.size());
    for (int i = 0; i < size; i++) {
      Mark mark = i < marks.size() ? marks.get(i) : new Mark(0, false);
      Mark carried = new Mark(tape.number(mark.from), tape.flag(mark.held));
      if (i == marks.size()) {
        marks.add(carried);
      }
    }
  }

  private record Mark(long from, boolean held) {}
}
