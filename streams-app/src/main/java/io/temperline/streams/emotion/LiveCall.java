package io.temperline.streams.emotion;

import io.temperline.schemas.AudioFrame;
import io.temperline.schemas.CallConversation;
import io.temperline.schemas.CallEvent;
import io.temperline.schemas.Channel;
import io.temperline.speech.audio.TelephoneLine;
import io.temperline.speech.window.AudioWindow;
import io.temperline.speech.window.WindowAnalyzers;
import io.temperline.streams.state.AvroState;
import io.temperline.streams.state.CallState;
import io.temperline.streams.state.Permission;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A call as one task knows it: its durable state, its channels and their conversation. */
final class LiveCall {

  private final CallState state;
  private final EmotionConfig config;
  private final CallStores stores;
  private final Holds holds;
  private final Permissions permissions;
  private final LiveConversation conversation;
  private final CallChannels channels;
  private long idleSince;
  private boolean closing;

  /** A call as the stores remember it. */
  LiveCall(
      CallState state,
      EmotionConfig config,
      WindowAnalyzers analyzers,
      CallStores stores,
      long idleNow) {
    this.state = state;
    this.config = config;
    this.stores = stores;
    holds = new Holds(state.getHolds());
    permissions = new Permissions(state, config);
    boolean follow =
        config.followConversations() && !permissions.ruleOutConversation() && !state.getClosed();
    conversation = new LiveConversation(state.getCallId(), follow, stores);
    channels = new CallChannels(state, config, analyzers, conversation, stores);
    idleSince = idleNow;
  }

  static LiveCall begin(
      String callId,
      EmotionConfig config,
      WindowAnalyzers analyzers,
      CallStores stores,
      long idleNow) {
    Permission unasked = Permissions.unasked(config);
    CallState state =
        CallState.newBuilder()
            .setCallId(callId)
            .setPermission(unasked)
            .setConversationPermission(unasked)
            .setHolds(new ArrayList<>())
            .setLastEventAt(0)
            .setChannels(new HashMap<>())
            .build();
    return new LiveCall(state, config, analyzers, stores, idleNow);
  }

  /** Takes a frame of an open call. After the end only a frame that it spoke of is waited for. */
  JitterBuffer.Fate hear(AudioFrame frame, long idleNow) {
    if (!hasEnded() || lastOf(frame.getChannel(), ended()) != null) {
      idleSince = idleNow;
    }
    return channels.hear(frame);
  }

  /** Takes a call event; an ENDED is kept until {@link #isFinished}. */
  void apply(CallEvent event, long idleNow) {
    idleSince = idleNow;
    long at = event.getEffectiveAt().toEpochMilli();
    state.setLastEventAt(Math.max(state.getLastEventAt(), at));
    switch (event.getType()) {
      case HELD -> hold(at);
      case RESUMED -> resume(at);
      case ENDED -> state.setEnded(ByteBuffer.wrap(AvroState.write(CallEvent.getEncoder(), event)));
      case STARTED, TRANSFERRED, UNKNOWN -> {
        // These carry who the parties are; that is for the history.
      }
    }
    permissions.learn(event);
    if (permissions.ruleOutConversation()) {
      conversation.forget();
    }
    conversation.settle();
    save();
  }

  private void hold(long at) {
    if (holds.begin(at)) {
      conversation.held(at);
    }
  }

  private void resume(long at) {
    if (holds.end(at)) {
      conversation.resumed(at);
    }
  }

  /** Whether nothing more is to be waited for: its end is due, or to be inferred. */
  boolean isOverdue(long idleNow) {
    return isFinished(idleNow) || isSilentTooLong(idleNow);
  }

  /** Whether all frames are in that the ENDED event speaks of, or none are to be waited for. */
  boolean isFinished(long idleNow) {
    if (takesNothingMore() || !hasEnded()) {
      return false;
    }
    CallEvent ended = ended();
    return ended.getInferred()
        || channels.haveAllOf(ended.getLastSequences())
        || idleNow - idleSince >= patience(ended).toMillis();
  }

  /**
   * Frames that the ENDED event speaks of were sent, and an overloaded gateway's may come seconds
   * after it: they are waited for as long as any audio is.
   */
  private Duration patience(CallEvent ended) {
    return channels.lackSomeOf(ended.getLastSequences()) ? config.idleTimeout() : config.endGrace();
  }

  private static Long lastOf(Channel channel, CallEvent ended) {
    return ended.getLastSequences().get(channel.name());
  }

  /** Whether a frame comes after what the ENDED event called the last. */
  boolean isPastEnd(AudioFrame frame) {
    if (state.getEnded() == null) {
      return false;
    }
    Long last = lastOf(frame.getChannel(), ended());
    return last != null && frame.getSequence() > last;
  }

  /** Whether nothing was heard of it for so long that its end must be inferred. */
  boolean isSilentTooLong(long idleNow) {
    if (takesNothingMore() || hasEnded() || state.getEndAnnounced()) {
      return false;
    }
    long limit = holds.isOn() ? config.holdTimeout().toMillis() : config.idleTimeout().toMillis();
    return idleNow - idleSince >= limit;
  }

  boolean isForgettable(long idleNow) {
    return state.getClosed() && idleNow - idleSince >= config.closedCallMemory().toMillis();
  }

  /** From now on all that comes is late; the windows still in it come out. */
  void startClosing() {
    closing = true;
    channels.drain();
  }

  /** Deletes all that only an open call needs. */
  void close(long idleNow) {
    channels.delete();
    conversation.forget();
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
    long waitedMs = channel.placedUntilMs() - channel.endMs(window);
    return permissions.areDecided() || closing || waitedMs >= config.informedWait().toMillis();
  }

  /** The figures that go with a window, if they may be told: those of when it became complete. */
  Optional<CallConversation> conversationWith(LiveChannel channel, AudioWindow window) {
    return conversation
        .when(channel.channel(), window.index())
        .filter(figures -> permissions.grantConversation());
  }

  /** The figures of the ended call, if they may be told. */
  Optional<CallConversation> wholeConversation() {
    long endedAt = ended().getEffectiveAt().toEpochMilli();
    return conversation
        .end(holds.isOn() ? endedAt : Long.MIN_VALUE)
        .filter(figures -> permissions.grantConversation());
  }

  /** When the last was heard of the call, audio or event, ms since the epoch. */
  long lastHeardAt() {
    return Math.max(state.getLastEventAt(), channels.heardUntilMs());
  }

  /** The sequence of the last frame heard, by channel. */
  Map<String, Long> lastSequences() {
    return channels.lastSequences();
  }

  void announceEnd() {
    state.setEndAnnounced(true);
    save();
  }

  void save() {
    stores.put(state);
  }

  CallEvent ended() {
    return AvroState.read(CallEvent.getDecoder(), state.getEnded().duplicate());
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

  /** Audio of scored channels that was found missing since this was asked last, in ms. */
  double takeLostMs() {
    long samples = 0;
    for (LiveChannel channel : channels()) {
      samples += channel.takeLostSamples();
    }
    return samples * 1000.0 / TelephoneLine.SAMPLE_RATE;
  }

  Collection<LiveChannel> channels() {
    return channels.scored();
  }
}
