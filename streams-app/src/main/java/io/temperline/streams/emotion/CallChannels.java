package io.temperline.streams.emotion;

import io.temperline.schemas.AudioFrame;
import io.temperline.schemas.Channel;
import io.temperline.speech.window.WindowAnalyzers;
import io.temperline.streams.state.CallState;
import io.temperline.streams.state.ChannelState;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The channels of a call: those that are scored, and those of which only the end is known. */
final class CallChannels {

  private final CallState state;
  private final EmotionConfig config;
  private final WindowAnalyzers analyzers;
  private final CallStores stores;
  private final Map<Channel, LiveChannel> scored = new EnumMap<>(Channel.class);
  private final Map<Channel, UnscoredChannel> unscored = new EnumMap<>(Channel.class);

  /** The channels as the stores remember them; of a new call they remember none. */
  CallChannels(
      CallState state, EmotionConfig config, WindowAnalyzers analyzers, CallStores stores) {
    this.state = state;
    this.config = config;
    this.analyzers = analyzers;
    this.stores = stores;
    state.getChannels().keySet().stream().map(Channel::valueOf).forEach(this::openScored);
    for (Channel channel : Channel.values()) {
      if (stores.end(state.getCallId(), channel).isPresent()) {
        openUnscored(channel);
      }
    }
  }

  JitterBuffer.Fate hear(AudioFrame frame) {
    if (!config.scores(frame.getChannel())) {
      return unscored(frame.getChannel()).hear(frame);
    }
    LiveChannel channel = scored(frame.getChannel());
    boolean hadBegun = channel.hasBegun();
    JitterBuffer.Fate fate = channel.hear(frame);
    if (channel.hasBegun() != hadBegun) {
      stores.put(state);
    }
    return fate;
  }

  private LiveChannel scored(Channel channel) {
    LiveChannel known = scored.get(channel);
    if (known != null) {
      return known;
    }
    state.getChannels().put(channel.name(), new ChannelState(0L, 0L, null, List.of(), 0));
    stores.put(state);
    return openScored(channel);
  }

  private LiveChannel openScored(Channel channel) {
    LiveChannel opened =
        new LiveChannel(
            state.getCallId(),
            channel,
            state.getChannels().get(channel.name()),
            config,
            analyzers,
            stores);
    scored.put(channel, opened);
    return opened;
  }

  private UnscoredChannel unscored(Channel channel) {
    UnscoredChannel known = unscored.get(channel);
    if (known != null) {
      return known;
    }
    stores.put(state);
    return openUnscored(channel);
  }

  private UnscoredChannel openUnscored(Channel channel) {
    UnscoredChannel opened = new UnscoredChannel(state.getCallId(), channel, stores);
    unscored.put(channel, opened);
    return opened;
  }

  Collection<LiveChannel> scored() {
    return scored.values();
  }

  /** Where the last audio of any channel ends, ms since the epoch; 0 before the first. */
  long heardUntilMs() {
    long until = 0;
    for (LiveChannel channel : scored.values()) {
      until = Math.max(until, channel.heardUntilMs());
    }
    for (UnscoredChannel channel : unscored.values()) {
      until = Math.max(until, channel.heardUntilMs());
    }
    return until;
  }

  /** The sequence of the last frame heard, by channel. */
  Map<String, Long> lastSequences() {
    Map<String, Long> last = new HashMap<>();
    unscored.forEach((channel, side) -> last.put(channel.name(), side.lastSequence()));
    scored.forEach((channel, side) -> last.put(channel.name(), side.lastSequence()));
    return last;
  }

  /** Nothing more will come: places all that is left. */
  void drain() {
    scored.values().forEach(LiveChannel::drain);
  }

  /** Deletes all that is stored of them. */
  void delete() {
    scored.values().forEach(LiveChannel::deleteAudio);
    scored.clear();
    unscored.values().forEach(UnscoredChannel::delete);
    unscored.clear();
    state.getChannels().clear();
  }
}
