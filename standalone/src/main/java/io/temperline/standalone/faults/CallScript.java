package io.temperline.standalone.faults;

import io.temperline.gateway.replay.RecordedCall;
import io.temperline.standalone.bench.Conversations;
import io.temperline.standalone.bench.LoadPlan;
import io.temperline.standalone.faults.ScriptedCall.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The calls of all lines, made of recorded conversations. One in five is put on hold with music,
 * one on hold without frames, one sends no frames for a while, and one is abandoned: nobody says
 * that it ended.
 */
final class CallScript {

  private static final int DIFFERENT = 16;
  private static final int KINDS = 5;

  /** From the end of a line's call to the start of its next. */
  private static final long PAUSE_MS = 1000;

  private final List<RecordedCall> audio;
  private final int lines;

  /**
   * @param lines calls at the same time
   * @param seconds that each call lasts, 12 or more
   */
  CallScript(Conversations conversations, int lines, int seconds) {
    this.lines = lines;
    audio = conversations.calls(new LoadPlan("", DIFFERENT, seconds, 1));
  }

  /** The first call of each line. */
  List<ScriptedCall> first() {
    List<ScriptedCall> calls = new ArrayList<>();
    for (int line = 0; line < lines; line++) {
      // Windows of different calls end at different times, those of a call on its own grid.
      calls.add(call(line, 0, whole(1000L * line / lines)));
    }
    return calls;
  }

  /** The call that the line makes next. */
  ScriptedCall after(ScriptedCall call) {
    return call(call.line(), call.turn() + 1, call.endsAtMs() + PAUSE_MS);
  }

  private ScriptedCall call(int line, int turn, long startsAtMs) {
    int number = turn * lines + line;
    RecordedCall recorded = audio.get(number % DIFFERENT);
    long thirdMs = recorded.durationMs() / 3000 * 1000;
    // Half a second from the ends of windows: whether an event is read before or after the frames
    // that were sent with it is not defined, and may change the fate of a window.
    Span middle = new Span(thirdMs + 500, thirdMs + 4500);
    int kind = number % KINDS;
    return new ScriptedCall(
        line,
        turn,
        startsAtMs,
        recorded.caller(),
        recorded.agent().orElseThrow(),
        Optional.of(middle).filter(span -> kind == 0 || kind == 1),
        Optional.of(middle).filter(span -> kind == 1 || kind == 2),
        kind == 3);
  }

  private static long whole(long ms) {
    return ms - ms % ScriptedCall.FRAME_MS;
  }
}
