package io.temperline.streams.emotion;

import io.temperline.schemas.AudioFrame;
import io.temperline.schemas.Channel;
import io.temperline.streams.state.AudioChunk;
import io.temperline.streams.state.AvroState;
import io.temperline.streams.state.CallState;
import io.temperline.streams.state.ChannelEnd;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * What survives a restart, in four stores.
 *
 * <ul>
 *   <li>{@code call-state}: a record per call; deleted when a closed call is forgotten.
 *   <li>{@code audio-chunks}: the audio that open windows still need; a chunk's slot is taken by a
 *       later one once the cursor has passed it, and all of a channel's are deleted when the call
 *       closes.
 *   <li>{@code early-frames}: frames that came before their predecessors; each is deleted when its
 *       turn comes, all of a channel's when the call closes.
 *   <li>{@code unscored-ends}: where the audio of each channel ends that is not scored; deleted
 *       when the call closes.
 * </ul>
 *
 * <p>All are cached, so that the many puts of one chunk between two commits reach the changelog as
 * one record.
 */
final class CallStores {

  private static final String CALL_STATE = "call-state";
  private static final String AUDIO_CHUNKS = "audio-chunks";
  private static final String EARLY_FRAMES = "early-frames";
  private static final String UNSCORED_ENDS = "unscored-ends";

  /** Audio is gone within minutes: its changelogs are cut into short segments and cleaned often. */
  private static final Map<String, String> AUDIO_CHANGELOG =
      Map.of(
          "cleanup.policy", "compact,delete",
          "retention.ms", "3600000",
          "segment.ms", "300000",
          "segment.bytes", "67108864");

  private final KeyValueStore<String, CallState> states;
  private final KeyValueStore<ChannelKey, AudioChunk> chunks;
  private final KeyValueStore<ChannelKey, AudioFrame> earlyFrames;
  private final KeyValueStore<ChannelKey, ChannelEnd> unscoredEnds;

  CallStores(ProcessorContext<?, ?> context) {
    states = context.getStateStore(CALL_STATE);
    chunks = context.getStateStore(AUDIO_CHUNKS);
    earlyFrames = context.getStateStore(EARLY_FRAMES);
    unscoredEnds = context.getStateStore(UNSCORED_ENDS);
  }

  static Set<StoreBuilder<?>> builders() {
    return Set.of(
        Stores.keyValueStoreBuilder(
                Stores.inMemoryKeyValueStore(CALL_STATE),
                Serdes.String(),
                AvroState.serde(CallState.class))
            .withCachingEnabled(),
        ofAudio(AUDIO_CHUNKS, AvroState.serde(AudioChunk.class)),
        ofAudio(EARLY_FRAMES, AvroState.serde(AudioFrame.class)),
        Stores.keyValueStoreBuilder(
                Stores.inMemoryKeyValueStore(UNSCORED_ENDS),
                ChannelKey.serde(),
                AvroState.serde(ChannelEnd.class))
            .withCachingEnabled());
  }

  private static <V> StoreBuilder<KeyValueStore<ChannelKey, V>> ofAudio(
      String name, Serde<V> values) {
    return Stores.keyValueStoreBuilder(
            Stores.inMemoryKeyValueStore(name), ChannelKey.serde(), values)
        .withCachingEnabled()
        .withLoggingEnabled(AUDIO_CHANGELOG);
  }

  CallState state(String callId) {
    return states.get(callId);
  }

  void put(CallState state) {
    states.put(state.getCallId(), state);
  }

  void forget(String callId) {
    states.delete(callId);
  }

  List<CallState> allStates() {
    List<CallState> all = new ArrayList<>();
    try (KeyValueIterator<String, CallState> iterator = states.all()) {
      iterator.forEachRemaining(entry -> all.add(entry.value));
    }
    return all;
  }

  void put(ChannelKey slot, AudioChunk chunk) {
    chunks.put(slot, chunk);
  }

  /** All chunks of a channel, those that are needed no more among them, in no order. */
  List<ChunkLog.Stored> chunks(String callId, Channel channel) {
    List<ChunkLog.Stored> stored = new ArrayList<>();
    forEach(chunks, callId, channel, (slot, chunk) -> stored.add(new ChunkLog.Stored(slot, chunk)));
    return stored;
  }

  void putEarly(AudioFrame frame) {
    earlyFrames.put(keyOf(frame), frame);
  }

  void deleteEarly(AudioFrame frame) {
    earlyFrames.delete(keyOf(frame));
  }

  List<AudioFrame> earlyFrames(String callId, Channel channel) {
    List<AudioFrame> frames = new ArrayList<>();
    forEach(earlyFrames, callId, channel, (key, frame) -> frames.add(frame));
    return frames;
  }

  Optional<ChannelEnd> end(String callId, Channel channel) {
    return Optional.ofNullable(unscoredEnds.get(ChannelKey.only(callId, channel)));
  }

  void putEnd(ChannelKey key, ChannelEnd end) {
    unscoredEnds.put(key, end);
  }

  void deleteEnd(String callId, Channel channel) {
    unscoredEnds.delete(ChannelKey.only(callId, channel));
  }

  /** Deletes all audio of a channel. */
  void deleteAudio(String callId, Channel channel) {
    forEach(chunks, callId, channel, (key, value) -> chunks.delete(key));
    forEach(earlyFrames, callId, channel, (key, value) -> earlyFrames.delete(key));
  }

  private static ChannelKey keyOf(AudioFrame frame) {
    return ChannelKey.of(frame.getCallId(), frame.getChannel(), frame.getSequence());
  }

  private static <V> void forEach(
      KeyValueStore<ChannelKey, V> store,
      String callId,
      Channel channel,
      BiConsumer<ChannelKey, V> action) {
    List<KeyValue<ChannelKey, V>> entries = new ArrayList<>();
    try (KeyValueIterator<ChannelKey, V> iterator =
        store.range(
            ChannelKey.of(callId, channel, 0), ChannelKey.of(callId, channel, Long.MAX_VALUE))) {
      iterator.forEachRemaining(entries::add);
    }
    entries.forEach(entry -> action.accept(entry.key, entry.value));
  }
}
