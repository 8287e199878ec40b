package io.temperline.streams.emotion;

import io.temperline.schemas.AudioFrame;
import io.temperline.schemas.Channel;
import io.temperline.streams.state.AudioChunk;
import io.temperline.streams.state.AvroState;
import io.temperline.streams.state.CallState;
import io.temperline.streams.state.ChannelEnd;
import io.temperline.streams.state.ConversationState;
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
 * What survives a restart, in five stores.
 *
 * <ul>
 *   <li>{@code call-state}: a record per call; deleted when a closed call is forgotten.
 *   <li>{@code audio-chunks}: the audio that open windows and the conversation still need; a
 *       chunk's slot is taken by a later one once it is needed no more, and all of a channel's are
 *       deleted when the call closes.
 *   <li>{@code early-frames}: frames that came before their predecessors; each is deleted when its
 *       turn comes, all of a channel's when the call closes.
 *   <li>{@code conversations}: a record per call, how far its conversation was heard; deleted when
 *       the call closes, or when it is ruled out.
 *   <li>{@code unheard-ends}: where the audio of each channel ends that is not heard; deleted when
 *       the call closes.
 * </ul>
 *
 * <p>All are cached, so that the many puts of one chunk between two commits reach the changelog as
 * one record.
 */
final class CallStores {

  private static final String CALL_STATE = "call-state";
  private static final String AUDIO_CHUNKS = "audio-chunks";
  private static final String EARLY_FRAMES = "early-frames";
  private static final String CONVERSATIONS = "conversations";
  private static final String UNHEARD_ENDS = "unheard-ends";

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
  private final KeyValueStore<String, ConversationState> conversations;
  private final KeyValueStore<ChannelKey, ChannelEnd> unheardEnds;

  CallStores(ProcessorContext<?, ?> context) {
    states = context.getStateStore(CALL_STATE);
    chunks = context.getStateStore(AUDIO_CHUNKS);
    earlyFrames = context.getStateStore(EARLY_FRAMES);
    conversations = context.getStateStore(CONVERSATIONS);
    unheardEnds = context.getStateStore(UNHEARD_ENDS);
  }

  static Set<StoreBuilder<?>> builders() {
    return Set.of(
        Stores.keyValueStoreBuilder(
                Stores.inMemoryKeyValueStore(CALL_STATE),
                Serdes.String(),
                AvroState.serde(CallState.class))
            .withCachingEnabled(),
        ofAudio(AUDIO_CHUNKS, ChannelKey.serde(), AvroState.serde(AudioChunk.class)),
        ofAudio(EARLY_FRAMES, ChannelKey.serde(), AvroState.serde(AudioFrame.class)),
        ofAudio(CONVERSATIONS, Serdes.String(), AvroState.serde(ConversationState.class)),
        Stores.keyValueStoreBuilder(
                Stores.inMemoryKeyValueStore(UNHEARD_ENDS),
                ChannelKey.serde(),
                AvroState.serde(ChannelEnd.class))
            .withCachingEnabled());
  }

  private static <K, V> StoreBuilder<KeyValueStore<K, V>> ofAudio(
      String name, Serde<K> keys, Serde<V> values) {
    return Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(name), keys, values)
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

  Optional<ConversationState> conversation(String callId) {
    return Optional.ofNullable(conversations.get(callId));
  }

  void put(String callId, ConversationState conversation) {
    conversations.put(callId, conversation);
  }

  void deleteConversation(String callId) {
    conversations.delete(callId);
  }

  Optional<ChannelEnd> end(String callId, Channel channel) {
    return Optional.ofNullable(unheardEnds.get(ChannelKey.only(callId, channel)));
  }

  void putEnd(ChannelKey key, ChannelEnd end) {
    unheardEnds.put(key, end);
  }

  void deleteEnd(String callId, Channel channel) {
    unheardEnds.delete(ChannelKey.only(callId, channel));
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
