package io.temperline.streams.emotion;

import io.temperline.schemas.AudioFrame;
import io.temperline.schemas.Channel;
import io.temperline.streams.state.AudioChunk;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/**
 * Makes a channel's audio durable. The open chunk grows frame by frame and is put again each time;
 * the store's cache sees to it that only its last state before a commit is written.
 *
 * <p>Chunks lie in slots. A chunk that is needed no more leaves its slot to a later one instead of
 * being deleted, which would cost a record of its own and leave a tombstone in the store's cache.
 */
final class ChunkLog {

  /**
   * A chunk is closed at 100 ms: long enough for few records, short enough that what a commit
   * writes twice is little.
   */
  private static final int CHUNK_SAMPLES = 800;

  /** Room for a chunk of G.711; others grow. */
  private static final int FIRST_CAPACITY = 1024;

  /** A chunk as it lies in the store. */
  record Stored(ChannelKey slot, AudioChunk chunk) {}

  private record Kept(ChannelKey slot, long startSample) {}

  private final String callId;
  private final Channel channel;
  private final CallStores stores;
  private final Deque<Kept> kept = new ArrayDeque<>();
  private final Deque<ChannelKey> free = new ArrayDeque<>();
  private ByteBuffer audio = ByteBuffer.allocate(FIRST_CAPACITY);
  private AudioChunk open;

  ChunkLog(String callId, Channel channel, CallStores stores) {
    this.callId = callId;
    this.channel = channel;
    this.stores = stores;
  }

  /**
   * The chunks that an earlier log left, in order, some that are needed no more before the others;
   * this one goes on where that stopped.
   */
  List<AudioChunk> restore() {
    List<Stored> stored = new ArrayList<>(stores.chunks(callId, channel));
    stored.sort(Comparator.comparingLong(entry -> entry.chunk().getStartSample()));
    stored.forEach(entry -> kept.add(new Kept(entry.slot(), entry.chunk().getStartSample())));
    List<AudioChunk> chunks = stored.stream().map(Stored::chunk).toList();
    if (!chunks.isEmpty()) {
      open = chunks.get(chunks.size() - 1);
      audio = ByteBuffer.allocate(FIRST_CAPACITY);
      keep(open.getPayload());
    }
    return chunks;
  }

  /**
   * @param startSample where the frame starts on the channel's 8 kHz grid
   * @param endSample where it ends
   * @param startsRun whether it is the first after a gap or a change of codec
   * @param epochMs see {@link AudioChunk}, as for {@code heardUntilMs}
   */
  void append(
      AudioFrame frame,
      long startSample,
      long endSample,
      boolean startsRun,
      long epochMs,
      long heardUntilMs) {
    if (open == null || startsRun) {
      openAt(frame, startSample, startsRun);
    }
    keep(frame.getPayload());
    open.setPayload(audio.slice(0, audio.position()));
    open.setEndSample(endSample);
    open.setNextSequence(frame.getSequence() + 1);
    open.setEpochMs(epochMs);
    open.setHeardUntilMs(heardUntilMs);
    stores.put(kept.getLast().slot(), open);
  }

  private void keep(ByteBuffer payload) {
    if (audio.remaining() < payload.remaining()) {
      ByteBuffer larger =
          ByteBuffer.allocate(
              Math.max(2 * audio.capacity(), audio.position() + payload.remaining()));
      audio = larger.put(audio.flip());
    }
    int length = payload.remaining();
    audio.put(audio.position(), payload, payload.position(), length);
    audio.position(audio.position() + length);
  }

  /** Lets the next frame begin a new chunk, if this one has its length. */
  void closeFullChunk() {
    if (open != null && open.getEndSample() - open.getStartSample() >= CHUNK_SAMPLES) {
      open = null;
    }
  }

  /**
   * Gives up the chunks that end before a sample; the last one stays, for the channel's bearings.
   */
  void releaseBefore(long sample) {
    while (kept.size() > 1 && second().startSample() <= sample) {
      free.add(kept.removeFirst().slot());
    }
  }

  private Kept second() {
    Iterator<Kept> all = kept.iterator();
    all.next();
    return all.next();
  }

  private void openAt(AudioFrame frame, long startSample, boolean startsRun) {
    audio.clear();
    open =
        AudioChunk.newBuilder()
            .setStartSample(startSample)
            .setEndSample(startSample)
            .setStartsRun(startsRun)
            .setCodec(frame.getCodec().name())
            .setSampleRate(frame.getSampleRate())
            .setNextSequence(frame.getSequence())
            .setEpochMs(0)
            .setHeardUntilMs(0)
            .setPayload(ByteBuffer.allocate(0))
            .build();
    kept.add(new Kept(freeSlot(), startSample));
  }

  private ChannelKey freeSlot() {
    return free.isEmpty() ? ChannelKey.of(callId, channel, kept.size()) : free.remove();
  }
}
