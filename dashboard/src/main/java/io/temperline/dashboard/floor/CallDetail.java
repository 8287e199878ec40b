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
 * @param conversation how caller and agent talk so far; null where not known
 */
@Serdeable
public record CallDetail(
    long revision,
    CallSummary call,
    List<String> labels,
    List<Window> windows,
    List<Stretch> stretches,
    List<Hold> holds,
    @Nullable Figures figures,
    @Nullable Conversation conversation) {

  /** The same of the call told otherwise. */
  public CallDetail with(CallSummary call) {
    return new CallDetail(revision, call, labels, windows, stretches, holds, figures, conversation);
  }

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
   * @param valence how pleasant the caller sounds, smoothed, -1 to 1; null where it was not scored,
   *     or where the model's labels have no place
   * @param arousal how stirred the caller sounds; otherwise as valence
   * @param loudness level of the caller's speech, dBFS; null where there was none
   * @param callerTalk how much the caller spoke in what it adds, 0 to 1; null where not known
   * @param agentTalk the same of the agent, of whose voice nothing else is told
   */
  @Serdeable
  public record Window(
      long at,
      int hopMs,
      @Nullable String top,
      @Nullable String notScored,
      float[] probabilities,
      @Nullable Float valence,
      @Nullable Float arousal,
      @Nullable Float loudness,
      @Nullable Float callerTalk,
      @Nullable Float agentTalk) {}

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

  /**
   * How caller and agent talk with each other so far; docs/conversation.md defines each figure.
   *
   * @param silenceShare of the time known, 0 to 1
   * @param overlapShare time in which both speak, of the time known, 0 to 1
   */
  @Serdeable
  public record Conversation(
      Side caller,
      Side agent,
      @Nullable Float silenceShare,
      long longestSilenceMs,
      @Nullable Float overlapShare,
      @Nullable Float turnsPerMinute) {}

  /**
   * One side of it.
   *
   * @param talkShare its part of the speech of both, 0 to 1
   * @param interruptions how often it took the other's turn away
   * @param meanResponseMs how long after the other's turn its own begins
   */
  @Serdeable
  public record Side(
      @Nullable Float talkShare,
      int turns,
      int interruptions,
      long longestMonologueMs,
      @Nullable Long meanResponseMs,
      @Nullable Float syllablesPerSecond) {}
}
