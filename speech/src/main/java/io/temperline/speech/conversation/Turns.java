package io.temperline.speech.conversation;

/**
 * Who has the word. The floor is with the side that spoke alone last (Heldner and Edlund 2010), for
 * {@link #TAKES_FLOOR} at least; a turn lasts from one side's taking it to the other's (Sacks,
 * Schegloff and Jefferson 1974). So what is said into the other's speech and over before it, a
 * back-channel (Yngve 1970), is no turn. After a hold, and where audio is lost for longer than a
 * pause, nobody has the floor.
 */
final class Turns {

  /** Speech alone that takes the floor, 100 ms: less is two who stop at about the same time. */
  static final int TAKES_FLOOR = 10;

  /** Overlap of 200 ms: less is an early answer, or two who begin at about the same time. */
  static final int LEAST_OVERLAP = 20;

  /** Who is interrupted stops within 3 s, or is not. */
  static final int GIVES_WAY_WITHIN = 300;

  /** Who interrupts goes on for a second at least. */
  static final int BACKCHANNEL_BELOW = 100;

  /** After 2 s without speech a monologue is another. */
  private static final int LONG_PAUSE = 200;

  private static final int NOBODY = -1;

  private final Party[] parties = {new Party(), new Party()};
  private int floor = NOBODY;
  private int lost;

  /** Takes the two sides' next frame, the caller's first. */
  void take(long now, FrameState caller, FrameState agent) {
    if (caller == FrameState.HOLD || agent == FrameState.HOLD) {
      forget();
      return;
    }
    boolean callerWasSpeaking = parties[0].isSpeaking();
    boolean agentWasSpeaking = parties[1].isSpeaking();
    begin(now, 0, caller, agentWasSpeaking && agent.isUtterance());
    begin(now, 1, agent, callerWasSpeaking && caller.isUtterance());
    end(now, 0, caller);
    end(now, 1, agent);
    speak(now, 0, caller, agent);
    speak(now, 1, agent, caller);
    noteLoss(caller, agent);
  }

  private void begin(long now, int side, FrameState own, boolean otherGoesOn) {
    Party party = parties[side];
    if (!party.isSpeaking() && own.isUtterance()) {
      long otherFrom = parties[1 - side].utteranceFrom();
      party.beginUtterance(now, otherGoesOn && now - otherFrom >= LEAST_OVERLAP);
      if (floor == side && now - party.spokeUntil() >= LONG_PAUSE) {
        party.goOnAfterLongPause();
      }
    }
  }

  private void end(long now, int side, FrameState own) {
    if (parties[side].isSpeaking() && !own.isUtterance()) {
      parties[side].endUtterance();
      if (parties[1 - side].isSpeaking()) {
        parties[1 - side].isLeftAlone(now);
      }
    }
  }

  private void speak(long now, int side, FrameState own, FrameState other) {
    if (own.isUtterance()) {
      Party party = parties[side];
      party.speak(now);
      if (other == FrameState.SILENCE && party.speakAlone() && floor != side) {
        takeFloor(side);
      }
      if (floor == side) {
        party.measureMonologue();
      }
    }
  }

  private void takeFloor(int side) {
    if (floor != NOBODY) {
      long waited = parties[side].utteranceFrom() - parties[floor].spokeUntil();
      parties[side].responses().add(Math.max(0, waited) * Conversation.FRAME_MS);
    }
    floor = side;
    parties[side].takeTurn();
  }

  private void noteLoss(FrameState caller, FrameState agent) {
    lost = caller.isKnown() && agent.isKnown() ? 0 : lost + 1;
    if (lost == SpeechRuns.PAUSE_FRAMES) {
      forget();
    }
  }

  private void forget() {
    floor = NOBODY;
    for (Party party : parties) {
      party.endUtterance();
    }
  }

  Party of(Side side) {
    return parties[side.ordinal()];
  }

  /** How long the side has had the word, in frames up to its last speech; 0 if it has not. */
  long monologueOf(Side side) {
    return floor == side.ordinal() ? of(side).monologue() : 0;
  }

  int count() {
    return parties[0].turns() + parties[1].turns();
  }

  void carry(StateTape tape) {
    for (Party party : parties) {
      party.carry(tape);
    }
    floor = tape.number(floor + 1) - 1;
    lost = tape.number(lost);
  }
}
