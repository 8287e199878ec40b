package io.temperline.speech.conversation;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * How the call's time divides: into speech of each side, of both, of nobody, holds, and lost audio.
 */
final class Shares {

  private static final int SECOND = 100;
  private static final int RECENT_SECONDS = 10;

  private final long[] speech = new long[2];
  private long known;
  private long overlap;
  private long silence;
  private long silentFrom;
  private long silentFor;
  private long longestSilence;
  private int unknownInSilence;
  private long onHold;
  private long onHoldNow;
  private int holds;

  /** Of the last whole seconds and of the current one, frames known and of overlap. */
  private final int[] knownInSecond = new int[RECENT_SECONDS + 1];

  private final int[] overlapInSecond = new int[RECENT_SECONDS + 1];
  private int second;

  /**
   * @param sinceStart frames before this one
   */
  void take(long now, long sinceStart, FrameState caller, FrameState agent) {
    if (sinceStart > 0 && sinceStart % SECOND == 0) {
      second = (second + 1) % knownInSecond.length;
      knownInSecond[second] = 0;
      overlapInSecond[second] = 0;
    }
    if (caller == FrameState.HOLD || agent == FrameState.HOLD) {
      hold();
    } else {
      onHoldNow = 0;
      if (caller.isKnown() && agent.isKnown()) {
        know(now, caller == FrameState.SPEECH, agent == FrameState.SPEECH);
      } else {
        lose(caller, agent);
      }
    }
  }

  private void hold() {
    holds += onHoldNow == 0 ? 1 : 0;
    onHoldNow++;
    onHold++;
    silentFor = 0;
  }

  private void know(long now, boolean callerSpeaks, boolean agentSpeaks) {
    known++;
    knownInSecond[second]++;
    speech[0] += callerSpeaks ? 1 : 0;
    speech[1] += agentSpeaks ? 1 : 0;
    if (callerSpeaks && agentSpeaks) {
      overlap++;
      overlapInSecond[second]++;
    }
    if (callerSpeaks || agentSpeaks) {
      silentFor = 0;
    } else {
      silence(now);
    }
  }

  private void silence(long now) {
    silence++;
    silentFrom = silentFor == 0 ? now : silentFrom;
    silentFor++;
    longestSilence = Math.max(longestSilence, silentFor);
    unknownInSilence = 0;
  }

  /** A lost packet does not end a silence, and does not lengthen it. */
  private void lose(FrameState caller, FrameState agent) {
    unknownInSilence++;
    if (caller.isUtterance()
        || agent.isUtterance()
        || unknownInSilence == SpeechRuns.PAUSE_FRAMES) {
      silentFor = 0;
    }
  }

  long known() {
    return known;
  }

  /** Of all speech of both, the side's part. */
  OptionalDouble talkOf(Side side) {
    return share(speech[side.ordinal()], speech[0] + speech[1]);
  }

  SilenceFigures silenceFigures() {
    return new SilenceFigures(
        share(silence, known),
        longestSilence * Conversation.FRAME_MS,
        silentFor == 0 ? OptionalLong.empty() : OptionalLong.of(silentFrom * Conversation.FRAME_MS),
        silentFor * Conversation.FRAME_MS);
  }

  OverlapFigures overlapFigures() {
    long recentOverlap = 0;
    long recentKnown = 0;
    for (int i = 1; i < knownInSecond.length; i++) {
      int whole = (second + i) % knownInSecond.length;
      recentOverlap += overlapInSecond[whole];
      recentKnown += knownInSecond[whole];
    }
    return new OverlapFigures(share(overlap, known), share(recentOverlap, recentKnown));
  }

  HoldFigures holdFigures() {
    return new HoldFigures(
        holds, onHold * Conversation.FRAME_MS, onHoldNow * Conversation.FRAME_MS);
  }

  private static OptionalDouble share(long part, long whole) {
    return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / whole);
  }

  void carry(StateTape tape) {
    speech[0] = tape.number(speech[0]);
    speech[1] = tape.number(speech[1]);
    known = tape.number(known);
    overlap = tape.number(overlap);
    silence = tape.number(silence);
    silentFrom = tape.number(silentFrom);
    silentFor = tape.number(silentFor);
    longestSilence = tape.number(longestSilence);
    unknownInSilence = tape.number(unknownInSilence);
    onHold = tape.number(onHold);
    onHoldNow = tape.number(onHoldNow);
    holds = tape.number(holds);
    tape.numbers(knownInSecond);
    tape.numbers(overlapInSecond);
    second = tape.number(second);
  }
}
