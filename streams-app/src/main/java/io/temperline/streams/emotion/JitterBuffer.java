package io.temperline.streams.emotion;

import io.temperline.schemas.AudioFrame;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
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

  /**
   * Where so much audio in a row is late, the gateway counts anew by a clock that was set back. No
   * network delivers that much a second time with nothing new in between.
   */
  private static final long TOO_LATE_TO_BE_OLD_MICROS = 5_000_000;

  private final long boundMs;
  private final TreeMap<Long, AudioFrame> waiting = new TreeMap<>();

  /** What was still waiting when the gateway began to count anew. */
  private final Queue<AudioFrame> leftOver = new ArrayDeque<>();

  private long nextSequence = NONE_YET;
  private long heardUntilMs = Long.MIN_VALUE;

  /** Capture time of the frame with which the gateway began to count anew. */
  private long anewSinceMs = Long.MIN_VALUE;

  private long lateInARowMicros;
  private boolean draining;

  JitterBuffer(Duration bound) {
    boundMs = bound.toMillis();
  }

  /**
   * Takes up where an earlier buffer stood.
   *
   * @param untilMs the latest end of a frame that it gave out, ms since the epoch
   */
  void resumeAt(long sequence, long untilMs) {
    nextSequence = sequence;
    heardUntilMs = untilMs;
  }

  Fate offer(AudioFrame frame) {
    if (isPassed(frame)) {
      lateInARowMicros += Frames.micros(frame);
      if (!startsAnew(frame)) {
        return Fate.LATE;
      }
      startAnewWith(frame);
    }
    lateInARowMicros = 0;
    return waiting.putIfAbsent(frame.getSequence(), frame) == null ? Fate.TAKEN : Fate.DUPLICATE;
  }

  /** Whether its place has passed, or was in the count before the present one. */
  private boolean isPassed(AudioFrame frame) {
    return nextSequence != NONE_YET
        && (frame.getSequence() < nextSequence
            || (frame.getSequence() > nextSequence && capturedMs(frame) < anewSinceMs));
  }

  /** A gateway that counts from the beginning again goes on in time, an old frame does not. */
  private boolean startsAnew(AudioFrame frame) {
    long halfMs = Frames.micros(frame) / 2000;
    return capturedMs(frame) + halfMs > heardUntilMs
        || lateInARowMicros >= TOO_LATE_TO_BE_OLD_MICROS;
  }

  private void startAnewWith(AudioFrame frame) {
    leftOver.addAll(waiting.values());
    waiting.clear();
    nextSequence = frame.getSequence();
    anewSinceMs = capturedMs(frame);
  }

  /** The next frame in order, if it is there or its predecessors are given up. */
  Optional<AudioFrame> poll() {
    if (!leftOver.isEmpty()) {
      return Optional.of(given(leftOver.remove()));
    }
    if (waiting.isEmpty() || !(nextIsHere() || draining || gapIsTooOld())) {
      return Optional.empty();
    }
    AudioFrame frame = waiting.pollFirstEntry().getValue();
    nextSequence = frame.getSequence() + 1;
    return Optional.of(given(frame));
  }

  private AudioFrame given(AudioFrame frame) {
    heardUntilMs = Math.max(heardUntilMs, Frames.endMs(frame));
    return frame;
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

  /** By the frames' own length as well: the clock may have been set back since the gap. */
  private boolean gapIsTooOld() {
    long oldestMs = capturedMs(waiting.firstEntry().getValue());
    return Frames.endMs(waiting.lastEntry().getValue()) - oldestMs >= boundMs
        || waiting.values().stream().mapToLong(Frames::micros).sum() >= boundMs * 1000;
  }

  private static long capturedMs(AudioFrame frame) {
    return frame.getCapturedAt().toEpochMilli();
  }
}
