package io.temperline.speech.conversation;

/** The frames of one side that are decided and wait for the other side's. */
final class FrameQueue {

  /** More than one side can be ahead of the other, see {@link Conversation}. */
  private static final int CAPACITY = 256;

  private final byte[] states = new byte[CAPACITY];
  private int first;
  private int size;

  void add(FrameState state) {
    if (size == CAPACITY) {
      throw new IllegalStateException("One side of the call is too far ahead of the other");
    }
    states[(first + size) % CAPACITY] = (byte) state.ordinal();
    size++;
  }

  boolean isEmpty() {
    return size == 0;
  }

  FrameState poll() {
    FrameState state = FrameState.of(states[first]);
    first = (first + 1) % CAPACITY;
    size--;
    return state;
  }

  void carry(StateTape tape) {
    int waiting = tape.number(size);
    for (int i = 0; i < waiting; i++) {
      int at = (first + i) % CAPACITY;
      states[at] = (byte) tape.number(states[at]);
    }
    size = waiting;
  }
}
