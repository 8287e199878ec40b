package io.temperline.dashboard.floor;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.temperline.schemas.CallHistory;
import java.util.List;
import java.util.Map;

/**
 * A call with all that its page shows. Times are epoch ms of the audio's time.
 *
 * @param revision the state of the floor that this describes; ask for what changed since
 * @param labels the emotions in the order in which the windows' probabilities stand
 * @param windows what was heard, window by window; in a change, only the windows that are new
 * @param stretches the call's timeline as its history tells it, for what is older than the windows
 * @param holds stretches during which the call was on hold
 * @param figures null until the call's history is known
 */
@Serdeable
public record CallDetail(
    long revision,
    CallSummary call,
    List<String> labels,
    List<Window> windows,
    List<Stretch> stretches,
    List<Hold> holds,
    @Nullable Figures figures) {

  /** What a history alone tells of a call. */
  public static CallDetail of(CallHistory history) {
    TrackedCall call = new TrackedCall(history.getCallId(), 1, null);
    call.apply(history);
    call.touch(0, history.getUpdatedAt());
    return call.detail(-1);
  }

  /**
   * A window that adds the hop ending at {@code at} to the timeline.
   *
   * @param at the window's end: when this was known
   * @param hopMs what the window adds, ms
   * @param top the smoothed emotion; null before the first scored window
   * @param notScored why it was not scored; null where it was
   * @param probabilities the smoothed probabilities after it, in the order of the labels; empty
   *     where it was not scored
   */
  @Serdeable
  public record Window(
      long at,
      int hopMs,
      @Nullable String top,
      @Nullable String notScored,
      float[] probabilities) {}

  /**
   * Consecutive windows of one emotion, or of one reason for not being scored.
   *
   * @param peakAnger the highest smoothed anger within it, 0 to 1
   */
  @Serdeable
  public record Stretch(
      long from, long to, @Nullable String emotion, @Nullable String notScored, float peakAnger) {}

  /**
   * @param to null while the call is still on hold
   */
  @Serdeable
  public record Hold(long from, @Nullable Long to) {}

  /** The call in figures, from its history. Anger is smoothed, 0 to 1. */
  @Serdeable
  public record Figures(
      int windowsScored,
      int windowsNotScored,
      Map<String, Integer> notScoredReasons,
      Map<String, Double> secondsByEmotion,
      float peakAnger,
      float meanAnger) {}
}
