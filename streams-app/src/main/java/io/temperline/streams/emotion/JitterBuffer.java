package io.temperline.streams.emotion;

import io.temperline.schemas.AudioFrame;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Puts a channel's frames in order by sequence. A frame whose predecessors are missing waits for
 * them; once as much audio as the bound has come after the gap, the missing frames count as lost.
 */
final class JitterBuffer {

  /** What became of a frame. */
  enum Fate {
    /** It can be polled now or once its predecessors came or are given up. */
    TAKEN,
    /** It is here already. */
    DUPLICATE,
    /** Its place has passed. */
    LATE
  }

  private static final long NONE_YET = -1;

  /** Half a frame: by more than this, a frame out of sequence is old and not a fresh start. */
  private static final long RESTART_TOLERANCE_MS = 10;

  private final long boundMs;
  private final TreeMap<Long, AudioFrame> waiting = new TreeMap<>();
  private long nextSequence = NONE_YET;
  private long placedUntilMs = Long.MIN_VALUE;
  private boolean draining;

  JitterBuffer(Duration bound) {
    boundMs = bound.toMillis();
  }

  /** Takes up where an earlier buffer stood. */
  void resumeAt(long sequence, long untilMs) {
    nextSequence = sequence;
    placedUntilMs = untilMs;
  }

  Fate offer(AudioFrame frame) {
    long sequence = frame.getSequence();
    if (nextSequence != NONE_YET && sequence < nextSequence) {
      if (!startsAnew(frame)) {
        return Fate.LATE;
      }
      waiting.clear();
      nextSequence = sequence;
    }
    return waiting.putIfAbsent(sequence, frame) == null ? Fate.TAKEN : Fate.DUPLICATE;
  }

  /** The next frame in order, if it is there or its predecessors are given up. */
  Optional<AudioFrame> poll() {
    if (waiting.isEmpty() || !(nextIsHere() || draining || gapIsTooOld())) {
      return Optional.empty();
    }
    AudioFrame frame = waiting.pollFirstEntry().getValue();
    nextSequence = frame.getSequence() + 1;
    placedUntilMs = Frames.endMs(frame);
    return Optional.of(frame);
  }

  /** The last frame that is here and was not polled yet. */
  Optional<AudioFrame> lastWaiting() {
    return Optional.ofNullable(waiting.lastEntry()).map(Map.Entry::getValue);
  }

  /** Gives up all missing frames: nothing more will come. */
  void drain() {
    draining = true;
  }

  private boolean nextIsHere() {
    long first = waiting.firstKey();
    return nextSequence == NONE_YET ? first == 0 : first == nextSequence;
  }

  private boolean gapIsTooOld() {
    long oldest = waiting.firstEntry().getValue().getCapturedAt().toEpochMilli();
    return Frames.endMs(waiting.lastEntry().getValue()) - oldest >= boundMs;
  }

  /** A gateway that counts from the beginning again goes on in time, an old frame does not. */
  private boolean startsAnew(AudioFrame frame) {
    return frame.getCapturedAt().toEpochMilli() > placedUntilMs - RESTART_TOLERANCE_MS;
  }
}
