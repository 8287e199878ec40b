package io.temperline.speech.conversation;

/** What {@link Turns} knows of one side. All times are in frames of the call. */
final class Party {

  private static final int NO_ATTEMPT = 0;
  private static final int ATTEMPT = 1;
  private static final int ATTEMPT_YIELDED_TO = 2;

  private final Responses responses = new Responses();
  private boolean speaking;
  private long utteranceFrom;
  private long spokeUntil;
  private int alone;
  private int attempt;
  private int turns;
  private int interruptions;
  private long monologueFrom;
  private long longestMonologue;

  boolean isSpeaking() {
    return speaking;
  }

  long utteranceFrom() {
    return utteranceFrom;
  }

  /** Where its last frame of speech ends, exclusive. */
  long spokeUntil() {
    return spokeUntil;
  }

  Responses responses() {
    return responses;
  }

  int turns() {
    return turns;
  }

  int interruptions() {
    return interruptions;
  }

  long longestMonologue() {
    return longestMonologue;
  }

  long monologue() {
    return spokeUntil - monologueFrom;
  }

  /**
   * @param over whether the other had the word and kept it so far
   */
  void beginUtterance(long now, boolean over) {
    speaking = true;
    utteranceFrom = now;
    alone = 0;
    attempt = over ? ATTEMPT : NO_ATTEMPT;
  }

  void endUtterance() {
    speaking = false;
    attempt = NO_ATTEMPT;
  }

  /** The other stopped while this side spoke. */
  void isLeftAlone(long now) {
    long overlap = now - utteranceFrom;
    boolean gaveWay = overlap >= Turns.LEAST_OVERLAP && overlap <= Turns.GIVES_WAY_WITHIN;
    attempt = attempt == ATTEMPT && gaveWay ? ATTEMPT_YIELDED_TO : NO_ATTEMPT;
  }

  /** Speaks on for a frame. */
  void speak(long now) {
    spokeUntil = now + 1;
    if (attempt == ATTEMPT_YIELDED_TO && spokeUntil - utteranceFrom >= Turns.BACKCHANNEL_BELOW) {
      interruptions++;
      attempt = NO_ATTEMPT;
    }
  }

  /**
   * Speaks on for a frame, the other being silent; true when that was long enough for the floor.
   */
  boolean speakAlone() {
    alone++;
    return alone == Turns.TAKES_FLOOR;
  }

  void takeTurn() {
    turns++;
    monologueFrom = utteranceFrom;
  }

  void goOnAfterLongPause() {
    monologueFrom = utteranceFrom;
  }

  void measureMonologue() {
    longestMonologue = Math.max(longestMonologue, monologue());
  }

  void carry(StateTape tape) {
    responses.carry(tape);
    speaking = tape.flag(speaking);
    utteranceFrom = tape.number(utteranceFrom);
    spokeUntil = tape.number(spokeUntil);
    alone = tape.number(alone);
    attempt = tape.number(attempt);
    turns = tape.number(turns);
    interruptions = tape.number(interruptions);
    monologueFrom = tape.number(monologueFrom);
    longestMonologue = tape.number(longestMonologue);
  }
}
