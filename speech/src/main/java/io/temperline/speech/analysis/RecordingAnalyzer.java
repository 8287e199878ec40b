package io.temperline.speech.analysis;

import io.temperline.speech.audio.TelephoneLine;
import io.temperline.speech.model.EmotionModel;
import io.temperline.speech.model.EmotionScorer;
import io.temperline.speech.model.EmotionScores;
import io.temperline.speech.window.AudioWindow;
import io.temperline.speech.window.NotScoredReason;
import io.temperline.speech.window.SpeechGate;
import io.temperline.speech.window.WindowAnalyzer;
import io.temperline.speech.window.WindowConfig;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Analyses a recording as if it came over a telephone line: the same decoder, windows, gate and
 * model as for live calls, and so the same numbers.
 */
public final class RecordingAnalyzer {

  private final EmotionModel model;
  private final WindowConfig windows;
  private final SpeechGate gate;

  /**
   * @param model stays the caller's to close
   * @param windows how the recording is cut; the model does best on the length it was trained on
   * @param gate which windows are worth scoring
   */
  public RecordingAnalyzer(EmotionModel model, WindowConfig windows, SpeechGate gate) {
    this.model = model;
    this.windows = windows;
    this.gate = gate;
  }

  /**
   * @param samples one channel, full scale [-1, 1]
   * @param sampleRate 8,000 to 48,000
   * @return one verdict for every whole window, in order; none where the channel is shorter
   */
  public List<WindowVerdict> analyze(float[] samples, int sampleRate) {
    List<AudioWindow> cut = cut(TelephoneLine.heard(TelephoneLine.carry(samples, sampleRate)));
    List<float[]> scored =
        cut.stream()
            .filter(window -> gate.reject(window.quality()).isEmpty())
            .map(AudioWindow::logMel)
            .toList();
    try (EmotionScorer scorer = model.newScorer()) {
      Iterator<EmotionScores> scores = scorer.score(scored).iterator();
      return cut.stream().map(window -> judged(window, scores)).toList();
    }
  }

  /** The windows of a channel that may not be scored. */
  public List<WindowVerdict> withhold(float[] samples, int sampleRate) {
    return cut(TelephoneLine.heard(TelephoneLine.carry(samples, sampleRate))).stream()
        .map(
            window -> verdict(window, Optional.of(NotScoredReason.NOT_PERMITTED), Optional.empty()))
        .toList();
  }

  private List<AudioWindow> cut(float[] heard) {
    WindowAnalyzer analyzer = new WindowAnalyzer(windows, model.manifest().features());
    analyzer.append(heard, 0, heard.length);
    List<AudioWindow> cut = new ArrayList<>();
    for (var window = analyzer.poll(); window.isPresent(); window = analyzer.poll()) {
      cut.add(window.get());
    }
    return cut;
  }

  private WindowVerdict judged(AudioWindow window, Iterator<EmotionScores> scores) {
    Optional<NotScoredReason> notScored = gate.reject(window.quality());
    return verdict(
        window, notScored, notScored.isPresent() ? Optional.empty() : Optional.of(scores.next()));
  }

  private WindowVerdict verdict(
      AudioWindow window, Optional<NotScoredReason> notScored, Optional<EmotionScores> scores) {
    return new WindowVerdict(
        window.index(),
        windows.startMs(window.index()),
        windows.endMs(window.index()),
        window.quality(),
        notScored,
        scores);
  }
}
