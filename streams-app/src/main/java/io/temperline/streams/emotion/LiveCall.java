package io.temperline.streams.emotion;

import io.temperline.schemas.AudioFrame;
import io.temperline.schemas.CallEvent;
import io.temperline.schemas.Channel;
import io.temperline.speech.features.LogMelConfig;
import io.temperline.speech.window.AudioWindow;
import io.temperline.streams.state.CallState;
import io.temperline.streams.state.ChannelState;
import io.temperline.streams.state.Permission;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** A call as one task knows it: its durable state and its scored channels. */
final class LiveCall {

  /** The state is put at least this often while audio comes; what it says of the end lags by it. */
  private static final long HEARD_RESOLUTION_MS = 1000;

  private final CallState state;
  private final EmotionConfig config;
  private final LogMelConfig features;
  private final CallStores stores;
  private final Holds holds;
  private final Map<Channel, LiveChannel> channels = new EnumMap<>(Channel.class);
  private long storedHeardAt;
  private long idleSince;
  private boolean closing;

  private LiveCall(
      CallState state,
      EmotionConfig config,
      LogMelConfig features,
      CallStores stores,
      long idleNow) {
    this.state = state;
    this.config = config;
    this.features = features;
    this.stores = stores;
    holds = new Holds(state.getHolds());
    idleSince = idleNow;
    storedHeardAt = state.getLastHeardAt();
  }

  static LiveCall begin(
      String callId, EmotionConfig config, LogMelConfig features, CallStores stores, long idleNow) {
    CallState state =
        CallState.newBuilder()
            .setCallId(callId)
            .setPermission(config.callersAreInformed() ? Permission.GRANTED : Permission.UNDECIDED)
            .setHolds(new ArrayList<>())
            .setLastHeardAt(0)
            .setLastSequences(new HashMap<>())
            .setChannels(new HashMap<>())
            .build();
    return new LiveCall(state, config, features, stores, idleNow);
  }

  static LiveCall restore(
      CallState state,
      EmotionConfig config,
      LogMelConfig features,
      CallStores stores,
      long idleNow) {
    LiveCall call = new LiveCall(state, config, features, stores, idleNow);
    state
        .getChannels()
        .forEach(
            (name, channelState) -> {
              Channel channel = Channel.valueOf(name);
              LiveChannel live =
                  new LiveChannel(
                      state.getCallId(), channel, channelState, config, features, stores);
              call.channels.put(channel, live);
              call.noteHeard(name, live.nextSequence() - 1, live.heardUntilMs());
            });
    return call;
  }

  /** Takes a frame of an open call. */
  JitterBuffer.Fate hear(AudioFrame frame, long idleNow) {
    idleSince = idleNow;
    noteHeard(frame.getChannel().name(), frame.getSequence(), Frames.endMs(frame));
    JitterBuffer.Fate fate = JitterBuffer.Fate.TAKEN;
    boolean changed = state.getLastHeardAt() - storedHeardAt >= HEARD_RESOLUTION_MS;
    if (config.scores(frame.getChannel())) {
      LiveChannel channel = channels.computeIfAbsent(frame.getChannel(), this::beginChannel);
      long startedAt = channel.state().getStartedAt();
      fate = channel.hear(frame);
      changed |= startedAt != channel.state().getStartedAt();
    }
    if (changed) {
      save();
    }
    return fate;
  }

  private void noteHeard(String channel, long sequence, long untilMs) {
    state.getLastSequences().merge(channel, sequence, Math::max);
    state.setLastHeardAt(Math.max(state.getLastHeardAt(), untilMs));
  }

  private LiveChannel beginChannel(Channel channel) {
    ChannelState channelState = ChannelState.newBuilder().setStartedAt(0).setNextWindow(0).build();
    state.getChannels().put(channel.name(), channelState);
    return new LiveChannel(state.getCallId(), channel, channelState, config, features, stores);
  }

  /** Takes a call event; an ENDED is kept until {@link #isFinished}. */
  void apply(CallEvent event, long idleNow) {
    idleSince = idleNow;
    long at = event.getEffectiveAt().toEpochMilli();
    state.setLastHeardAt(Math.max(state.getLastHeardAt(), at));
    switch (event.getType()) {
      case HELD -> holds.begin(at);
      case RESUMED -> holds.end(at);
      case ENDED -> state.setEnded(EventBytes.of(event));
      case STARTED, TRANSFERRED, UNKNOWN -> {
        // These carry who the parties are; that is for the history.
      }
    }
    state.setPermission(Permissions.after(event, state.getPermission()));
    save();
  }

  /** Whether all frames are in that the ENDED event speaks of, or none are to be waited for. */
  boolean isFinished(long idleNow) {
    CallEvent ended = ended();
    return ended.getInferred()
        || idleNow - idleSince >= config.endGrace().toMillis()
        || channels.values().stream().allMatch(channel -> hasAllOf(channel, ended));
  }

  private static boolean hasAllOf(LiveChannel channel, CallEvent ended) {
    Long last = ended.getLastSequences().get(channel.channel().name());
    return last != null && channel.hasPlaced(last);
  }

  /** Whether a frame comes after what the ENDED event called the last. */
  boolean isPastEnd(AudioFrame frame) {
    if (state.getEnded() == null) {
      return false;
    }
    Long last = ended().getLastSequences().get(frame.getChannel().name());
    return last != null && frame.getSequence() > last;
  }

  boolean isSilentTooLong(long idleNow) {
    long limit = holds.isOn() ? config.holdTimeout().toMillis() : config.idleTimeout().toMillis();
    return idleNow - idleSince >= limit;
  }

  boolean isForgettable(long idleNow) {
    return state.getClosed() && idleNow - idleSince >= config.closedCallMemory().toMillis();
  }

  /** From now on all that comes is late; the windows still in it come out. */
  void startClosing() {
    closing = true;
    channels.values().forEach(LiveChannel::drain);
  }

  /** Deletes all that only an open call needs. */
  void close(long idleNow) {
    channels.values().forEach(LiveChannel::deleteAudio);
    channels.clear();
    state.getChannels().clear();
    holds.clear();
    state.setEnded(null);
    state.setClosed(true);
    idleSince = idleNow;
    save();
  }

  boolean overlapsHold(long fromMs, long untilMs) {
    return holds.overlap(fromMs, untilMs);
  }

  /** Whether it is known, or was waited for long enough, if a window may be scored. */
  boolean mayJudge(LiveChannel channel, AudioWindow window) {
    long waitedMs = channel.heardUntilMs() - channel.endMs(window);
    return state.getPermission() != Permission.UNDECIDED
        || closing
        || waitedMs >= config.informedWait().toMillis();
  }

  void announceEnd() {
    state.setEndAnnounced(true);
    save();
  }

  void save() {
    storedHeardAt = state.getLastHeardAt();
    stores.put(state);
  }

  CallEvent ended() {
    return EventBytes.read(state.getEnded());
  }

  boolean hasEnded() {
    return state.getEnded() != null;
  }

  boolean takesNothingMore() {
    return closing || state.getClosed();
  }

  CallState state() {
    return state;
  }

  String callId() {
    return state.getCallId();
  }

  Collection<LiveChannel> channels() {
    return channels.values();
  }
}
