package io.temperline.streams.emotion;

import io.temperline.schemas.AudioFrame;
import io.temperline.schemas.Channel;
import io.temperline.speech.window.WindowAnalyzers;
import io.temperline.streams.state.CallState;
import io.temperline.streams.state.ChannelState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The channels of a call: those that are scored, those that only take part in its conversation, and
 * those of which only the end is known.
 */
final class CallChannels {

  private final CallState state;
  private final EmotionConfig config;
  private final WindowAnalyzers analyzers;
  private final LiveConversation conversation;
  private final CallStores stores;
  private final Map<Channel, CallChannel> channels = new EnumMap<>(Channel.class);
  private final List<LiveChannel> scored = new ArrayList<>();

  /** The channels as the stores remember them; of a new call they remember none. */
  CallChannels(
      CallState state,
      EmotionConfig config,
      WindowAnalyzers analyzers,
      LiveConversation conversation,
      CallStores stores) {
    this.state = state;
    this.config = config;
    this.analyzers = analyzers;
    this.conversation = conversation;
    this.stores = stores;
    for (Channel channel : Channel.values()) {
      restore(channel);
    }
    conversation.begin();
  }

  private void restore(Channel channel) {
    boolean wasHeard = state.getChannels().containsKey(channel.name());
    if (wasHeard && !config.hears(channel)) { // as it was by settings before
      stores.deleteAudio(state.getCallId(), channel);
      state.getChannels().remove(channel.name());
    } else if (wasHeard || stores.end(state.getCallId(), channel).isPresent()) {
      open(channel);
    }
  }

  JitterBuffer.Fate hear(AudioFrame frame) {
    CallChannel channel = channel(frame.getChannel());
    boolean hadBegun = channel.hasBegun();
    JitterBuffer.Fate fate = channel.hear(frame);
    if (channel.hasBegun() != hadBegun) {
      stores.put(state);
    }
    conversation.settle();
    return fate;
  }

  private CallChannel channel(Channel channel) {
    CallChannel known = channels.get(channel);
    if (known != null) {
      return known;
    }
    CallChannel opened = open(channel);
    stores.put(state);
    return opened;
  }

  private CallChannel open(Channel channel) {
    CallChannel opened = config.hears(channel) ? openHeard(channel) : openUnheard(channel);
    channels.put(channel, opened);
    return opened;
  }

  private CallChannel openHeard(Channel channel) {
    String callId = state.getCallId();
    ChannelState known =
        state
            .getChannels()
            .computeIfAbsent(
                channel.name(),
                name -> ChannelState.newBuilder().setStartedAt(0).setNextWindow(0).build());
    if (!config.scores(channel)) {
      return new HeardChannel(callId, channel, known, config, conversation, stores);
    }
    var opened = new LiveChannel(callId, channel, known, config, analyzers, conversation, stores);
    scored.add(opened);
    return opened;
  }

  private CallChannel openUnheard(Channel channel) {
    return new UnheardChannel(state.getCallId(), channel, stores);
  }

  Collection<LiveChannel> scored() {
    return scored;
  }

  /** Where the last audio of any channel ends, ms since the epoch; 0 before the first. */
  long heardUntilMs() {
    return channels.values().stream().mapToLong(CallChannel::heardUntilMs).max().orElse(0);
  }

  /** The sequence of the last frame heard, by channel. */
  Map<String, Long> lastSequences() {
    Map<String, Long> last = new HashMap<>();
    channels.forEach((channel, side) -> last.put(channel.name(), side.lastSequence()));
    return last;
  }

  /**
   * Whether all frames are placed of those channels that are heard. An end can overtake all the
   * audio of its call.
   *
   * @param lastSequences by channel
   */
  boolean haveAllOf(Map<String, Long> lastSequences) {
    boolean allAreSpokenOf =
        channels.keySet().stream()
            .filter(config::hears)
            .allMatch(channel -> lastSequences.containsKey(channel.name()));
    return allAreSpokenOf && !lackSomeOf(lastSequences);
  }

  /**
   * Whether frames are missing of a channel that is heard.
   *
   * @param lastSequences by channel
   */
  boolean lackSomeOf(Map<String, Long> lastSequences) {
    return Stream.of(Channel.values())
        .filter(config::hears)
        .filter(channel -> lastSequences.containsKey(channel.name()))
        .anyMatch(channel -> !hasPlaced(channel, lastSequences.get(channel.name())));
  }

  private boolean hasPlaced(Channel channel, long sequence) {
    CallChannel known = channels.get(channel);
    return known != null && known.hasPlaced(sequence);
  }

  /** Nothing more will come: places all that is left, the caller's last, with all of the others. */
  void drain() {
    channels.forEach(
        (channel, side) -> {
          if (channel != Channel.CALLER) {
            side.drain();
          }
        });
    if (channels.containsKey(Channel.CALLER)) {
      channels.get(Channel.CALLER).drain();
    }
    conversation.settle();
  }

  /** Deletes all that is stored of them. */
  void delete() {
    channels.values().forEach(CallChannel::delete);
    channels.clear();
    scored.clear();
    state.getChannels().clear();
  }
}
