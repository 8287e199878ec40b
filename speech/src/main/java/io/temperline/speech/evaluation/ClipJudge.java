package io.temperline.speech.evaluation;

import io.temperline.speech.corpus.HeardClip;
import io.temperline.speech.features.WindowFeatures;
import io.temperline.speech.model.EmotionScorer;
import io.temperline.speech.model.WindowScore;
import io.temperline.speech.window.AudioWindow;
import io.temperline.speech.window.SpeechGate;
import io.temperline.speech.window.SpeechGateConfig;
import io.temperline.speech.window.WindowAnalyzer;
import io.temperline.speech.window.WindowConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Judges whole clips, which are mostly hardly longer than a window: a clip is padded with silence
 * to at least one window, windows follow every {@value #HOP_MS} ms rather than every second, and
 * the clip's probabilities are the mean over its windows that hold enough speech; over all of them
 * where none does, so that every clip counts.
 */
public final class ClipJudge {

  /** Time between the windows of a clip, milliseconds. */
  public static final int HOP_MS = 250;

  private final WindowConfig windows;
  private final WindowFeatures features;
  private final SpeechGate gate = new SpeechGate(SpeechGateConfig.DEFAULT);

  /**
   * @param length of a window
   * @param features what a window is turned into
   */
  public ClipJudge(Duration length, WindowFeatures features) {
    this.windows = new WindowConfig(length, Duration.ofMillis(HOP_MS));
    this.features = features;
  }

  /** The log-mel windows of a clip that are to be scored, at least one. */
  public List<float[]> windowsOf(HeardClip clip) {
    return windowsOf(clip.samples());
  }

  private List<float[]> windowsOf(float[] samples) {
    List<AudioWindow> all = cut(samples);
    List<float[]> speech =
        all.stream()
            .filter(window -> gate.reject(window.quality()).isEmpty())
            .map(AudioWindow::features)
            .toList();
    return speech.isEmpty() ? all.stream().map(AudioWindow::features).toList() : speech;
  }

  /** The clip with the mean of its windows' probabilities. */
  public JudgedClip judge(HeardClip clip, EmotionScorer scorer) {
    return judge(clip.clip().emotion(), clip.samples(), scorer);
  }

  /**
   * As {@link #judge(HeardClip, EmotionScorer)}, for a clip that came another way.
   *
   * @param samples what is heard of it, at 8 kHz, full scale [-1, 1]
   */
  JudgedClip judge(String emotion, float[] samples, EmotionScorer scorer) {
    return JudgedClip.of(
        emotion, scorer.score(windowsOf(samples)).stream().map(WindowScore::alone).toList());
  }

  private List<AudioWindow> cut(float[] samples) {
    int least = Math.toIntExact(windows.length().toMillis() * features.sampleRate() / 1000);
    float[] padded = Arrays.copyOf(samples, Math.max(samples.length, least));
    WindowAnalyzer analyzer = new WindowAnalyzer(windows, features);
    analyzer.append(padded, 0, padded.length);
    List<AudioWindow> cut = new ArrayList<>();
    for (var window = analyzer.poll(); window.isPresent(); window = analyzer.poll()) {
      cut.add(window.get());
    }
    return cut;
  }
}
