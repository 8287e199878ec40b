package io.temperline.streams.emotion;

import io.temperline.schemas.AudioFrame;
import io.temperline.schemas.Channel;
import io.temperline.streams.state.AudioChunk;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Makes a channel's audio durable. The open chunk grows frame by frame and is put again each time;
 * the store's cache sees to it that only its last state before a commit is written.
 */
final class ChunkLog {

  /**
   * A chunk is closed at 100 ms: long enough for few records, short enough that what a commit
   * writes twice is little.
   */
  private static final int CHUNK_SAMPLES = 800;

  private final String callId;
  private final Channel channel;
  private final CallStores stores;
  private final Deque<Long> kept = new ArrayDeque<>();
  private AudioChunk open;

  ChunkLog(String callId, Channel channel, CallStores stores) {
    this.callId = callId;
    this.channel = channel;
    this.stores = stores;
  }

  /** The chunks that an earlier log left; this one goes on where that stopped. */
  List<AudioChunk> restore() {
    List<AudioChunk> chunks = stores.chunks(callId, channel);
    for (AudioChunk chunk : chunks) {
      kept.add(chunk.getStartSample());
      open = chunk;
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
    open.setPayload(joined(open.getPayload(), frame.getPayload()));
    open.setEndSample(endSample);
    open.setNextSequence(frame.getSequence() + 1);
    open.setEpochMs(epochMs);
    open.setHeardUntilMs(heardUntilMs);
    stores.put(callId, channel, open);
  }

  /** Lets the next frame begin a new chunk, if this one has its length. */
  void closeFullChunk() {
    if (open != null && open.getEndSample() - open.getStartSample() >= CHUNK_SAMPLES) {
      open = null;
    }
  }

  /**
   * Deletes the chunks that end before a sample; the last one stays, for the channel's bearings.
   */
  void releaseBefore(long sample) {
    while (kept.size() > 1 && second() <= sample) {
      stores.deleteChunk(callId, channel, kept.removeFirst());
    }
  }

  private long second() {
    var starts = kept.iterator();
    starts.next();
    return starts.next();
  }

  private void openAt(AudioFrame frame, long startSample, boolean startsRun) {
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
    kept.add(startSample);
  }

  private static ByteBuffer joined(ByteBuffer first, ByteBuffer second) {
    ByteBuffer both = ByteBuffer.allocate(first.remaining() + second.remaining());
    return both.put(first.duplicate()).put(second.duplicate()).flip();
  }
}
