package io.temperline.streams.emotion;

import io.temperline.schemas.CallConversation;
import io.temperline.schemas.Channel;
import io.temperline.speech.conversation.Conversation;
import io.temperline.speech.conversation.Side;
import io.temperline.speech.window.BlockListener;
import io.temperline.streams.state.ChannelState;
import io.temperline.streams.state.ConversationState;
import java.nio.ByteBuffer;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How both sides of a live call talk with each other. It is stored now and then, not with every
 * frame; after a restart it hears again what came since, from the channels' chunks.
 *
 * <p>For that the order in which the sides came does not matter, as long as every block finds its
 * place: one that comes after its place was given up has it stored.
 */
final class LiveConversation {

  private static final Logger LOG = LoggerFactory.getLogger(LiveConversation.class);

  /** The audio that a side's chunks must keep for it, at most, give or take a frame: 2 s. */
  private static final int LONGEST_UNSTORED = 2000 / Conversation.FRAME_MS;

  /** Sides that begin further apart than an hour are told of by clocks that differ. */
  private static final long CLOCKS_DIFFER = 3_600_000 / Conversation.FRAME_MS;

  private final String callId;
  private final CallStores stores;
  private final Map<Side, BlockListener> ears = new EnumMap<>(Side.class);
  private final Map<Side, Long> stored = new EnumMap<>(Side.class);

  /** The figures of the caller's windows that are complete and not told of. */
  private final CompletedFigures completed = new CompletedFigures();

  /** What the channels' chunks give, until all are taken up. */
  private BlockShelf shelf = new BlockShelf();

  /** Null where it may not be heard: thousands of closed calls are remembered. */
  private Conversation conversation;

  private boolean mustBeStored;

  /**
   * A conversation as the stores remember it; of a new one they remember nothing.
   *
   * @param listens false where it is not to be heard; it is forgotten then
   */
  LiveConversation(String callId, boolean listens, CallStores stores) {
    this.callId = callId;
    this.stores = stores;
    if (listens) {
      conversation = new Conversation();
      stores.conversation(callId).ifPresent(this::restore);
      ears.put(Side.CALLER, conversation.listenTo(Side.CALLER, 0));
      ears.put(Side.AGENT, conversation.listenTo(Side.AGENT, 0));
      noteWhatIsStored();
    } else {
      delete();
    }
  }

  private void restore(ConversationState state) {
    try {
      conversation = Conversation.restore(bytes(state.getHeard()));
    } catch (IllegalArgumentException e) {
      LOG.warn(
          "call {}: its conversation is followed from here on only: {}", callId, e.getMessage());
    }
    completed.restore(state.getCompleted());
  }

  private static byte[] bytes(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.get(buffer.position(), bytes);
    return bytes;
  }

  /** Listens to a channel; until {@link #begin} it only keeps what is to be heard then. */
  BlockListener listenTo(Channel channel, ChannelState state) {
    Side side = side(channel);
    return (index, samples, offset, energy, lostSamples) -> {
      if (listens()) {
        hear(side, state.getFirstFrame() + index, samples, offset, energy, lostSamples);
      }
    };
  }

  private void hear(
      Side side, long frame, float[] samples, int offset, double energy, int lostSamples) {
    boolean isPassedOver = frame < conversation.nextFrame(side);
    if (shelf == null) {
      mustBeStored |= isPassedOver && frame >= stored.get(side);
      ears.get(side).block(frame, samples, offset, energy, lostSamples);
    } else if (!isPassedOver) {
      shelf.put(side, frame, samples, offset, energy, lostSamples);
    }
  }

  /** All channels that the stores remember are taken up. */
  void begin() {
    shelf.playTo(ears::get);
    shelf = null;
  }

  /**
   * Where a channel that begins lies on the call's grid of frames: at its own time, or, by a clock
   * that cannot be the other side's, where its audio is waited for.
   */
  long firstFrame(Channel channel, long startedAtMs) {
    long frame = Math.floorDiv(startedAtMs, Conversation.FRAME_MS);
    long awaited = listens() ? conversation.nextFrame(side(channel)) : 0;
    return awaited != 0 && Math.abs(frame - awaited) > CLOCKS_DIFFER ? awaited : frame;
  }

  /** Where the part of a channel's audio begins that would have to be heard again, in samples. */
  long neededFrom(Channel channel, ChannelState state) {
    return listens()
        ? (stored.get(side(channel)) - state.getFirstFrame()) * Conversation.FRAME_SAMPLES
        : Long.MAX_VALUE;
  }

  /**
   * Windows of a channel are complete: what was heard by now goes with the caller's.
   *
   * @param untilWindow the first that is not complete
   */
  void completes(Channel channel, long untilWindow) {
    if (listens()) {
      mustBeStored = true;
      if (channel == Channel.CALLER) {
        completed.add(untilWindow, figures());
      }
    }
  }

  /** What was heard when a window was complete. */
  Optional<CallConversation> when(Channel channel, long windowIsComplete) {
    return channel == Channel.CALLER ? completed.of(windowIsComplete) : Optional.empty();
  }

  /** The event of a window is out. */
  void isTold(Channel channel, long window) {
    if (channel == Channel.CALLER) {
      completed.forgetUntil(window);
    }
  }

  /**
   * @param atMs since the epoch
   */
  void held(long atMs) {
    if (listens()) {
      conversation.held(atMs);
      mustBeStored = true;
    }
  }

  /**
   * @param atMs since the epoch
   */
  void resumed(long atMs) {
    if (listens()) {
      conversation.resumed(atMs);
      mustBeStored = true;
    }
  }

  /** Stores what a restart could not derive again; to be called after each record. */
  void settle() {
    if (listens() && (mustBeStored || isLongUnstored(Side.CALLER) || isLongUnstored(Side.AGENT))) {
      stores.put(
          callId,
          new ConversationState(ByteBuffer.wrap(conversation.state()), completed.toStore()));
      noteWhatIsStored();
    }
  }

  private boolean isLongUnstored(Side side) {
    return conversation.nextFrame(side) - stored.get(side) >= LONGEST_UNSTORED;
  }

  private void noteWhatIsStored() {
    mustBeStored = false;
    stored.put(Side.CALLER, conversation.nextFrame(Side.CALLER));
    stored.put(Side.AGENT, conversation.nextFrame(Side.AGENT));
  }

  /**
   * The figures of the call as a whole; nothing more can be heard.
   *
   * @param holdsUntilMs until when the call is on hold without audio; before its beginning if it is
   *     not on hold
   */
  Optional<CallConversation> end(long holdsUntilMs) {
    if (!listens() || conversation.nextFrame(Side.CALLER) == 0) {
      return Optional.empty();
    }
    conversation.advanceTo(
        Math.min(
            holdsUntilMs,
            (conversation.nextFrame(Side.CALLER) + CLOCKS_DIFFER) * Conversation.FRAME_MS));
    conversation.end();
    return Optional.of(figures());
  }

  private CallConversation figures() {
    return CallConversations.of(conversation.figures());
  }

  /** It may not be heard, and what was heard is to be forgotten. */
  void forget() {
    conversation = null;
    ears.clear();
    completed.clear();
    delete();
  }

  private void delete() {
    if (stores.conversation(callId).isPresent()) {
      stores.deleteConversation(callId);
    }
  }

  private boolean listens() {
    return conversation != null;
  }

  private static Side side(Channel channel) {
    return channel == Channel.CALLER ? Side.CALLER : Side.AGENT;
  }
}
