package io.temperline.streams.emotion;

import io.temperline.schemas.CallConversation;
import io.temperline.streams.state.AvroState;
import io.temperline.streams.state.CompletedWindows;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The conversation's figures as they were when windows of the caller became complete, until these
 * windows are told of. Windows that one record completed share theirs.
 */
final class CompletedFigures {

  /** A gap can complete thousands of windows at once: the last of them share theirs. */
  private static final int MOST = 100;

  private record Completed(long untilWindow, CallConversation figures) {}

  private final Deque<Completed> completed = new ArrayDeque<>();

  void restore(List<CompletedWindows> stored) {
    for (CompletedWindows windows : stored) {
      ByteBuffer figures = windows.getFigures().duplicate();
      add(windows.getUntilWindow(), AvroState.read(CallConversation.getDecoder(), figures));
    }
  }

  List<CompletedWindows> toStore() {
    List<CompletedWindows> stored = new ArrayList<>(completed.size());
    for (Completed windows : completed) {
      byte[] figures = AvroState.write(CallConversation.getEncoder(), windows.figures());
      stored.add(new CompletedWindows(windows.untilWindow(), ByteBuffer.wrap(figures)));
    }
    return stored;
  }

  /**
   * @param untilWindow the first that is not complete
   */
  void add(long untilWindow, CallConversation figures) {
    if (completed.size() == MOST) {
      completed.removeLast();
    }
    completed.add(new Completed(untilWindow, figures));
  }

  Optional<CallConversation> of(long window) {
    return completed.stream()
        .filter(windows -> windows.untilWindow() > window)
        .findFirst()
        .map(Completed::figures);
  }

  /** Forgets those of a window and of those before it. */
  void forgetUntil(long window) {
    while (!completed.isEmpty() && completed.peek().untilWindow() <= window + 1) {
      completed.remove();
    }
  }

  void clear() {
    completed.clear();
  }
}
