package io.temperline.streams.emotion;

import io.temperline.schemas.AudioFrame;
import io.temperline.schemas.Channel;
import io.temperline.speech.audio.TelephoneLine;
import io.temperline.speech.model.CallerBaseline;
import io.temperline.speech.model.EmotionScores;
import io.temperline.speech.model.WindowScore;
import io.temperline.speech.smoothing.EmotionSmoother;
import io.temperline.speech.window.AudioWindow;
import io.temperline.speech.window.WindowAnalyzer;
import io.temperline.speech.window.WindowAnalyzers;
import io.temperline.streams.state.ChannelState;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;

/**
 * A scored channel of a live call: its frames become windows. The windows that are out and not yet
 * told of can always be derived again from the chunks and the cursor, {@code nextWindow}.
 */
final class LiveChannel {

  /** How much audio before the cursor's window is kept, so that a resampler can be filled again. */
  private static final int RESAMPLER_FILL_SAMPLES = TelephoneLine.SAMPLE_RATE / 20;

  private final Channel channel;
  private final ChannelState state;
  private final String callId;
  private final EmotionConfig config;
  private final CallStores stores;
  private final JitterBuffer jitter;
  private final WindowAnalyzer analyzer;
  private final ChunkLog chunks;
  private final AudioTrack track;
  private final Deque<AudioWindow> complete = new ArrayDeque<>();

  /** A channel as the stores remember it; for a new one they remember nothing. */
  LiveChannel(
      String callId,
      Channel channel,
      ChannelState state,
      EmotionConfig config,
      WindowAnalyzers analyzers,
      CallStores stores) {
    this.callId = callId;
    this.channel = channel;
    this.state = state;
    this.config = config;
    this.stores = stores;
    jitter = new JitterBuffer(config.reorderingBound());
    analyzer = analyzers.startingAt(state.getNextWindow());
    chunks = new ChunkLog(callId, channel, stores);
    track = new AudioTrack(analyzer, chunks);
    restore();
  }

  private void restore() {
    track.restore(startOf(state.getNextWindow()), neededFrom());
    if (!track.isEmpty()) {
      jitter.resumeAt(track.nextSequence(), track.heardUntilMs());
    }
    stores.earlyFrames(callId, channel).forEach(jitter::offer);
    collectComplete();
  }

  JitterBuffer.Fate hear(AudioFrame frame) {
    JitterBuffer.Fate fate = jitter.offer(frame);
    if (fate == JitterBuffer.Fate.TAKEN) {
      boolean placed = placeWhatIsInOrder(frame);
      if (!placed) {
        stores.putEarly(frame);
      }
      collectComplete();
    }
    return fate;
  }

  /** Places all that is left: nothing more will come. */
  void drain() {
    jitter.drain();
    for (Optional<AudioFrame> next = jitter.poll(); next.isPresent(); next = jitter.poll()) {
      placeEarly(next.get());
    }
    collectComplete();
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
    if (track.isEmpty()) {
      state.setStartedAt(frame.getCapturedAt().toEpochMilli());
      track.startAt(state.getStartedAt());
    }
    track.place(frame);
  }

  private void collectComplete() {
    for (Optional<AudioWindow> window = analyzer.poll();
        window.isPresent();
        window = analyzer.poll()) {
      complete.add(window.get());
    }
  }

  /** The complete windows that nobody has taken yet, the oldest first. */
  Deque<AudioWindow> complete() {
    return complete;
  }

  /** Notes that a window's event is out, so that its audio is needed no more. */
  void advancePast(AudioWindow window) {
    state.setNextWindow(window.index() + 1);
    chunks.releaseBefore(neededFrom());
  }

  /** Hears a window against the beginning of the call, and adds it to what is known of both. */
  EmotionScores take(WindowScore score, EmotionSmoother smoother) {
    CallerBaseline beginning = new CallerBaseline(state.getCalmLogits(), state.getCalmWindows());
    EmotionScores scores = score.against(beginning);
    CallerBaseline known = beginning.with(score);
    state.setCalmLogits(known.logits());
    state.setCalmWindows(known.windows());
    Map<String, Float> previous = state.getSmoothed() == null ? Map.of() : state.getSmoothed();
    state.setSmoothed(smoother.smooth(previous, scores.probabilities(), config.window().hop()));
    return scores;
  }

  Channel channel() {
    return channel;
  }

  ChannelState state() {
    return state;
  }

  /** True once its first frame is placed, and with it the window grid. */
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

  /** When its audio ends, on the window grid's own time, ms since the epoch. */
  long placedUntilMs() {
    return state.getStartedAt() + track.endSample() * 1000 / TelephoneLine.SAMPLE_RATE;
  }

  /** As {@link #placedUntilMs}, with the frames that still wait for their predecessors. */
  long heardUntilMs() {
    return Math.max(placedUntilMs(), jitter.lastWaiting().map(Frames::endMs).orElse(0L));
  }

  long startMs(AudioWindow window) {
    return state.getStartedAt() + window.index() * config.window().hop().toMillis();
  }

  long endMs(AudioWindow window) {
    return startMs(window) + config.window().length().toMillis();
  }

  void deleteAudio() {
    stores.deleteAudio(callId, channel);
  }

  private long neededFrom() {
    return startOf(state.getNextWindow()) - RESAMPLER_FILL_SAMPLES;
  }

  private long startOf(long window) {
    return window * config.window().hop().toMillis() * TelephoneLine.SAMPLE_RATE / 1000;
  }
}
