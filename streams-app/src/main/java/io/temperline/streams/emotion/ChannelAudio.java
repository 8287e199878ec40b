package io.temperline.streams.emotion;

import io.temperline.schemas.AudioFrame;
import io.temperline.schemas.Channel;
import io.temperline.speech.audio.TelephoneLine;
import io.temperline.speech.window.SampleSink;
import io.temperline.streams.state.AudioChunk;
import io.temperline.streams.state.ChannelState;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The audio of one channel: its frames are put in order, laid on the channel's sample grid, and
 * kept for as long as they are needed.
 */
final class ChannelAudio {

  /** How much audio before what is needed is kept, so that a resampler can be filled again. */
  private static final int RESAMPLER_FILL_SAMPLES = TelephoneLine.SAMPLE_RATE / 20;

  private final String callId;
  private final Channel channel;
  private final ChannelState state;
  private final LiveConversation conversation;
  private final CallStores stores;
  private final ChunkLog chunks;
  private final JitterBuffer jitter;
  private final AudioTrack track;

  /**
   * @param state is told when the channel begins
   * @param chunks where the audio is kept
   * @param sink gets the audio
   */
  ChannelAudio(
      String callId,
      Channel channel,
      ChannelState state,
      Duration reorderingBound,
      LiveConversation conversation,
      CallStores stores,
      ChunkLog chunks,
      SampleSink sink) {
    this.callId = callId;
    this.channel = channel;
    this.state = state;
    this.conversation = conversation;
    this.stores = stores;
    this.chunks = chunks;
    jitter = new JitterBuffer(reorderingBound);
    track = new AudioTrack(sink, chunks);
  }

  /**
   * Goes on where an earlier one stopped.
   *
   * @param left its chunks
   * @param fromSample where the sink starts
   */
  void restore(List<AudioChunk> left, long fromSample) {
    track.restore(left, fromSample);
    if (hasBegun()) {
      jitter.resumeAt(track.nextSequence(), track.heardUntilMs());
    }
    stores.earlyFrames(callId, channel).forEach(jitter::offer);
  }

  /** Takes a frame, and lays down what is in order then. */
  JitterBuffer.Fate hear(AudioFrame frame) {
    JitterBuffer.Fate fate = jitter.offer(frame);
    if (fate == JitterBuffer.Fate.TAKEN && !placeWhatIsInOrder(frame)) {
      stores.putEarly(frame);
    }
    return fate;
  }

  /** Lays down all that is left: nothing more will come. */
  void drain() {
    jitter.drain();
    for (Optional<AudioFrame> next = jitter.poll(); next.isPresent(); next = jitter.poll()) {
      placeEarly(next.get());
    }
  }

  private boolean placeWhatIsInOrder(AudioFrame arrived) {
    boolean arrivedIsPlaced = false;
    for (Optional<AudioFrame> next = jitter.poll(); next.isPresent(); next = jitter.poll()) {
      if (next.get() == arrived) {
        place(arrived);
        arrivedIsPlaced = true;
      } else {
        placeEarly(next.get());
      }
    }
    return arrivedIsPlaced;
  }

  private void placeEarly(AudioFrame frame) {
    stores.deleteEarly(frame);
    place(frame);
  }

  private void place(AudioFrame frame) {
    if (!hasBegun()) {
      long startedAt = frame.getCapturedAt().toEpochMilli();
      state.setStartedAt(startedAt);
      state.setFirstFrame(conversation.firstFrame(channel, startedAt));
      track.startAt(startedAt);
    }
    track.place(frame);
  }

  /** Gives up what is not needed any more, but for the last, for the channel's bearings. */
  void releaseBefore(long sample) {
    chunks.releaseBefore(Math.min(sample, track.endSample()) - RESAMPLER_FILL_SAMPLES);
  }

  /** True once its first frame is placed, and with it the grid. */
  boolean hasBegun() {
    return !track.isEmpty();
  }

  /** True once every frame up to a sequence is placed. */
  boolean hasPlaced(long sequence) {
    return track.nextSequence() > sequence;
  }

  long lastSequence() {
    return jitter
        .lastWaiting()
        .map(AudioFrame::getSequence)
        .orElseGet(() -> track.nextSequence() - 1);
  }

  /** Samples at 8 kHz that were found missing since this was asked last. */
  long takeLostSamples() {
    return track.takeLostSamples();
  }

  /** When its audio ends, on the channel's own time, ms since the epoch. */
  long placedUntilMs() {
    return state.getStartedAt() + track.endSample() * 1000 / TelephoneLine.SAMPLE_RATE;
  }

  /** As {@link #placedUntilMs}, with the frames that still wait for their predecessors. */
  long heardUntilMs() {
    return Math.max(placedUntilMs(), jitter.lastWaiting().map(Frames::endMs).orElse(0L));
  }

  void delete() {
    stores.deleteAudio(callId, channel);
  }
}
