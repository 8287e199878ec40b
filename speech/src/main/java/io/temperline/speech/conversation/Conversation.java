package io.temperline.speech.conversation;

import io.temperline.speech.audio.TelephoneLine;
import io.temperline.speech.window.BlockListener;
import java.util.OptionalDouble;

/**
 * Listens to both sides of a call, as it goes on, for how they talk with each other: no words, and
 * of the agent no emotion. The time is a grid of frames of {@value #FRAME_MS} ms; where frame 0
 * lies is the owner's choice. The figures are the same whatever chunks the audio comes in, as long
 * as neither side is {@value #LONGEST_LAG} frames or more ahead of the other; what then is missing
 * counts as lost, neither speech nor silence.
 *
 * <p>Not thread-safe. Takes about 8 KB, however long the call.
 */
public final class Conversation {

  /** Length of a frame. */
  public static final int FRAME_MS = 10;

  /** Samples of a frame of telephone audio. */
  public static final int FRAME_SAMPLES = TelephoneLine.SAMPLE_RATE / 1000 * FRAME_MS;

  /** So many frames, 2 s, one side is waited for. */
  static final int LONGEST_LAG = 200;

  private static final int STATE_VERSION = 1;
  private static final int FRAMES_PER_MINUTE = 60_000 / FRAME_MS;
  private static final int LEAST_FOR_A_RATE = 10_000 / FRAME_MS;

  private final Ear caller;
  private final Ear agent;
  private final Holds holds = new Holds();
  private final Turns turns = new Turns();
  private final Shares shares = new Shares();
  private boolean begun;
  private long from;

  /** The frame that is decided next for both sides. */
  private long next;

  /** A conversation that begins with the first frame of either side. */
  public Conversation() {
    PitchMeter pitchMeter = new PitchMeter();
    caller = new Ear(pitchMeter);
    agent = new Ear(pitchMeter);
  }

  /**
   * Goes on where {@link #state} was taken, to the last bit.
   *
   * @throws IllegalArgumentException if these bytes are no state, or one of another version
   */
  public static Conversation restore(byte[] state) {
    Conversation conversation = new Conversation();
    StateTape.Playing tape = new StateTape.Playing(state);
    try {
      int version = tape.number(0);
      if (version != STATE_VERSION) {
        throw new IllegalArgumentException(
            "A conversation's state of version "
                + version
                + " where "
                + STATE_VERSION
                + " is understood: begin the conversation anew");
      }
      conversation.carry(tape);
    } catch (RuntimeException e) {
      throw e instanceof IllegalArgumentException known ? known : damaged(e);
    }
    if (!tape.isAtEnd()) {
      throw damaged(null);
    }
    return conversation;
  }

  private static IllegalArgumentException damaged(RuntimeException cause) {
    return new IllegalArgumentException(
        "A conversation's state is damaged: begin the conversation anew", cause);
  }

  /** All that the conversation needs to go on, 1 to 3 KB; up to 40 ms of audio are in it. */
  public byte[] state() {
    StateTape.Recording tape = new StateTape.Recording();
    tape.number(STATE_VERSION);
    carry(tape);
    return tape.bytes();
  }

  private void carry(StateTape tape) {
    begun = tape.flag(begun);
    from = tape.number(from);
    next = tape.number(next);
    caller.carry(tape);
    agent.carry(tape);
    holds.carry(tape);
    turns.carry(tape);
    shares.carry(tape);
  }

  /**
   * Hears a channel's blocks of {@link #FRAME_SAMPLES}. Blocks that were heard before, or are
   * missed no more, are passed over, so that a channel may be started at an earlier block again.
   *
   * @param firstFrame where the channel's block 0 lies on the call's grid
   */
  public BlockListener listenTo(Side side, long firstFrame) {
    return (index, samples, offset, energy, lostSamples) ->
        hear(side, firstFrame + index, samples, offset, energy, lostSamples);
  }

  private void hear(
      Side side, long frame, float[] samples, int offset, double energy, int lostSamples) {
    begin(frame);
    Ear ear = ear(side);
    loseUntil(frame, side);
    if (frame < ear.next()) {
      return;
    }
    if (holds.isHeld(frame)) {
      ear.hold();
    } else if (lostSamples > 0) {
      ear.lose();
    } else {
      ear.hear(samples, offset, energy);
    }
    keepTogether(side);
  }

  /** The frame from which on a side's audio is needed; 0 before any was heard. */
  public long nextFrame(Side side) {
    return ear(side).next();
  }

  /**
   * The call is put on hold. To be told before the audio that it is about: what was heard stays.
   *
   * @param atMs of the call's grid
   */
  public void held(long atMs) {
    holds.mark(Math.floorDiv(atMs, FRAME_MS), true);
  }

  /** The call is taken back, as {@link #held}. */
  public void resumed(long atMs) {
    holds.mark(Math.floorDiv(atMs + FRAME_MS - 1, FRAME_MS), false);
  }

  /**
   * Nothing more comes from before this moment, for instance since there is no audio on hold.
   *
   * @param ms of the call's grid
   */
  public void advanceTo(long ms) {
    if (begun) {
      long frame = Math.floorDiv(ms, FRAME_MS);
      loseUntil(frame, Side.CALLER);
      loseUntil(frame, Side.AGENT);
    }
  }

  /** The call is over: decides what was in doubt. */
  public void end() {
    long last = Math.max(caller.next(), agent.next());
    loseUntil(last, Side.CALLER);
    loseUntil(last, Side.AGENT);
    caller.end();
    agent.end();
    decide();
  }

  private void begin(long frame) {
    if (!begun) {
      begun = true;
      from = frame;
      next = frame;
      caller.startAt(frame);
      agent.startAt(frame);
    }
  }

  private void loseUntil(long frame, Side side) {
    while (ear(side).next() < frame) {
      loseOne(ear(side));
      keepTogether(side);
    }
  }

  private void loseOne(Ear ear) {
    if (holds.isHeld(ear.next())) {
      ear.hold();
    } else {
      ear.lose();
    }
  }

  private void keepTogether(Side ahead) {
    if (ear(ahead).next() - ear(ahead.other()).next() > LONGEST_LAG) {
      loseOne(ear(ahead.other()));
    }
    decide();
  }

  private void decide() {
    while (!caller.decided().isEmpty() && !agent.decided().isEmpty()) {
      FrameState ofCaller = caller.decided().poll();
      FrameState ofAgent = agent.decided().poll();
      turns.take(next, ofCaller, ofAgent);
      shares.take(next, next - from, ofCaller, ofAgent);
      next++;
    }
    holds.forgetBefore(Math.min(caller.next(), agent.next()));
  }

  private Ear ear(Side side) {
    return side == Side.CALLER ? caller : agent;
  }

  /** The figures up to now. */
  public ConversationFigures figures() {
    long known = shares.known();
    return new ConversationFigures(
        from * FRAME_MS,
        next * FRAME_MS,
        known * FRAME_MS,
        sideFigures(Side.CALLER),
        sideFigures(Side.AGENT),
        new VoiceFigures(
            caller.pitch().medianHz(),
            caller.pitch().recentMedianHz(),
            caller.pitch().riseSemitones(),
            caller.delivery().rise()),
        shares.silenceFigures(),
        shares.overlapFigures(),
        known < LEAST_FOR_A_RATE
            ? OptionalDouble.empty()
            : OptionalDouble.of((double) turns.count() * FRAMES_PER_MINUTE / known),
        shares.holdFigures());
  }

  private SideFigures sideFigures(Side side) {
    Delivery delivery = ear(side).delivery();
    Party party = turns.of(side);
    return new SideFigures(
        delivery.spokenFrames() * FRAME_MS,
        shares.talkOf(side),
        party.turns(),
        party.interruptions(),
        party.longestMonologue() * FRAME_MS,
        turns.monologueOf(side) * FRAME_MS,
        party.responses().figures(),
        delivery.rate(),
        delivery.recentRate(),
        delivery.level(),
        delivery.recentLevel());
  }
}
