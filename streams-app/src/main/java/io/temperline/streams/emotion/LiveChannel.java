package io.temperline.streams.emotion;

import io.temperline.schemas.AudioFrame;
import io.temperline.schemas.Channel;
import io.temperline.speech.audio.TelephoneLine;
import io.temperline.speech.model.CallerBaseline;
import io.temperline.speech.model.EmotionScores;
import io.temperline.speech.model.WindowScore;
import io.temperline.speech.smoothing.EmotionSmoother;
import io.temperline.speech.window.AudioWindow;
import io.temperline.speech.window.BlockListener;
import io.temperline.speech.window.WindowAnalyzer;
import io.temperline.speech.window.WindowAnalyzers;
import io.temperline.streams.state.ChannelState;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;

/**
 * A scored channel of a live call: its frames become windows. The windows that are out and not yet
 * told of can always be derived again from the chunks and the cursor, {@code nextWindow}.
 */
final class LiveChannel implements KeptChannel {

  private final Channel channel;
  private final ChannelState state;
  private final EmotionConfig config;
  private final LiveConversation conversation;
  private final WindowAnalyzer analyzer;
  private final ChannelAudio audio;
  private final Deque<AudioWindow> complete = new ArrayDeque<>();
  private final BlockListener ear;
  private boolean restored;

  /** A channel as the stores remember it; for a new one they remember nothing. */
  LiveChannel(
      String callId,
      Channel channel,
      ChannelState state,
      EmotionConfig config,
      WindowAnalyzers analyzers,
      LiveConversation conversation,
      CallStores stores) {
    this.channel = channel;
    this.state = state;
    this.config = config;
    this.conversation = conversation;
    ear = conversation.listenTo(channel, state);
    analyzer = analyzers.startingAt(state.getNextWindow(), this::hear);
    ChunkLog chunks = new ChunkLog(callId, channel, stores);
    audio =
        new ChannelAudio(
            callId,
            channel,
            state,
            config.reorderingBound(),
            conversation,
            stores,
            chunks,
            analyzer);
    audio.restore(chunks.restore(), startOf(state.getNextWindow()));
    restored = true;
    release();
  }

  @Override
  public ChannelAudio audio() {
    return audio;
  }

  @Override
  public JitterBuffer.Fate hear(AudioFrame frame) {
    return audio.hear(frame);
  }

  /** Takes a window as soon as its last block is there: the conversation was heard up to there. */
  private void hear(long index, float[] samples, int offset, double energy, int lostSamples) {
    ear.block(index, samples, offset, energy, lostSamples);
    analyzer
        .poll()
        .ifPresent(
            window -> {
              complete.add(window);
              if (restored) {
                conversation.completes(channel, window.index() + 1);
              }
            });
  }

  /** The complete windows that nobody has taken yet, the oldest first. */
  Deque<AudioWindow> complete() {
    return complete;
  }

  /** Notes that a window's event is out, so that its audio is needed no more. */
  void advancePast(AudioWindow window) {
    state.setNextWindow(window.index() + 1);
    conversation.isTold(channel, window.index());
    release();
  }

  private void release() {
    audio.releaseBefore(startOf(state.getNextWindow()));
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

  /** Samples at 8 kHz that were found missing since this was asked last. */
  long takeLostSamples() {
    return audio.takeLostSamples();
  }

  /** When its audio ends, on the window grid's own time, ms since the epoch. */
  long placedUntilMs() {
    return audio.placedUntilMs();
  }

  long startMs(AudioWindow window) {
    return state.getStartedAt() + window.index() * config.window().hop().toMillis();
  }

  long endMs(AudioWindow window) {
    return startMs(window) + config.window().length().toMillis();
  }

  private long startOf(long window) {
    return window * config.window().hop().toMillis() * TelephoneLine.SAMPLE_RATE / 1000;
  }
}
