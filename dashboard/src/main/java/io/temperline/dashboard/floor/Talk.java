package io.temperline.dashboard.floor;

import io.micronaut.core.annotation.Nullable;
import io.temperline.dashboard.floor.CallDetail.Conversation;
import io.temperline.dashboard.floor.CallDetail.Side;
import io.temperline.schemas.CallConversation;
import io.temperline.schemas.CallHistory;
import io.temperline.schemas.ConversationSide;
import io.temperline.schemas.EmotionEvent;

/** How caller and agent talk with each other, as far as was told last. */
final class Talk {

  private CallConversation latest;

  /** As of the last window: what a history tells may be later than the windows that follow it. */
  private CallConversation heard;

  /**
   * How much each side spoke in what a window adds, 0 to 1; null where not known.
   *
   * @param agent of an agent's voice nothing else is told
   */
  record Shares(@Nullable Float caller, @Nullable Float agent) {}

  /**
   * Takes in what comes with a window, and says how much of it each side spoke: as far as a
   * conversation was told, and before by the caller's channel alone.
   */
  Shares hear(EmotionEvent event) {
    CallConversation before = heard;
    CallConversation now = event.getConversation();
    heard = now == null ? heard : now;
    hear(now);
    long passed = before == null || now == null ? 0 : now.getUntilMs() - before.getUntilMs();
    if (before == null) {
      return new Shares(Rounded.to3(event.getQuality().getSpeechShare()), null);
    }
    if (passed <= 0) {
      return new Shares(null, null);
    }
    return new Shares(
        share(before.getCaller(), now.getCaller(), passed),
        share(before.getAgent(), now.getAgent(), passed));
  }

  void hear(CallHistory history) {
    hear(history.getConversation());
  }

  /** The caller's part of the speech of both, 0 to 1; null where not known. */
  Float callerShare() {
    return latest == null ? null : Rounded.to3(latest.getCaller().getTalkShare());
  }

  int holds() {
    return latest == null ? 0 : latest.getHolds();
  }

  /** Time in holds that are over, ms. */
  long heldMs() {
    return latest == null ? 0 : latest.getHoldMs() - latest.getCurrentHoldMs();
  }

  /** Null where nothing is known. */
  Conversation figures() {
    return latest == null
        ? null
        : new Conversation(
            side(latest.getCaller()),
            side(latest.getAgent()),
            Rounded.to3(latest.getSilenceShare()),
            latest.getLongestSilenceMs(),
            Rounded.to3(latest.getOverlapShare()),
            Rounded.to3(latest.getTurnsPerMinute()));
  }

  private void hear(@Nullable CallConversation now) {
    if (now != null && (latest == null || now.getUntilMs() >= latest.getUntilMs())) {
      latest = now;
    }
  }

  private static Float share(ConversationSide before, ConversationSide now, long passed) {
    float share = (float) (now.getSpeechMs() - before.getSpeechMs()) / passed;
    return Rounded.to3(Math.max(0, Math.min(1, share)));
  }

  private static Side side(ConversationSide side) {
    return new Side(
        Rounded.to3(side.getTalkShare()),
        side.getTurns(),
        side.getInterruptions(),
        side.getLongestMonologueMs(),
        side.getMeanResponseMs(),
        Rounded.to3(side.getSyllablesPerSecond()));
  }
}
