package io.temperline.speech.analysis;

import io.temperline.speech.audio.TelephoneLine;
import io.temperline.speech.model.CallerBaseline;
import io.temperline.speech.model.EmotionModel;
import io.temperline.speech.model.EmotionScorer;
import io.temperline.speech.model.EmotionScores;
import io.temperline.speech.model.WindowScore;
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
   * @param muLaw one channel as {@link TelephoneLine#carry} delivers it
   * @param objection what speaks against scoring a window whatever it sounds like
   * @return one verdict for every whole window, in order; none where the channel is shorter
   */
  public List<WindowVerdict> analyze(byte[] muLaw, Objection objection) {
    List<AudioWindow> cut = cut(TelephoneLine.heard(muLaw));
    List<float[]> scored =
        cut.stream()
            .filter(window -> notScored(window, objection).isEmpty())
            .map(AudioWindow::features)
            .toList();
    try (EmotionScorer scorer = model.newScorer()) {
      Iterator<EmotionScores> scores = againstTheBeginning(scorer.score(scored)).iterator();
      return cut.stream()
          .map(window -> verdict(window, notScored(window, objection), scores))
          .toList();
    }
  }

  private static List<EmotionScores> againstTheBeginning(List<WindowScore> call) {
    List<EmotionScores> scores = new ArrayList<>();
    CallerBaseline beginning = CallerBaseline.NONE;
    for (WindowScore window : call) {
      scores.add(window.against(beginning));
      beginning = beginning.with(window);
    }
    return scores;
  }

  private List<AudioWindow> cut(float[] heard) {
    WindowAnalyzer analyzer = new WindowAnalyzer(windows, model.manifest().windowFeatures());
    analyzer.append(heard, 0, heard.length);
    List<AudioWindow> cut = new ArrayList<>();
    for (var window = analyzer.poll(); window.isPresent(); window = analyzer.poll()) {
      cut.add(window.get());
    }
    return cut;
  }

  /** What may not be scored comes before what can't be, as for live calls. */
  private Optional<NotScoredReason> notScored(AudioWindow window, Objection objection) {
    return objection
        .to(windows.startMs(window.index()), windows.endMs(window.index()))
        .or(() -> gate.reject(window.quality()));
  }

  private WindowVerdict verdict(
      AudioWindow window, Optional<NotScoredReason> notScored, Iterator<EmotionScores> scores) {
    return new WindowVerdict(
        window.index(),
        windows.startMs(window.index()),
        windows.endMs(window.index()),
        window.quality(),
        notScored,
        notScored.isPresent() ? Optional.empty() : Optional.of(scores.next()));
  }
}
