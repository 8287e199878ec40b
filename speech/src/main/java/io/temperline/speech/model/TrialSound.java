package io.temperline.speech.model;

import io.temperline.speech.window.WindowAnalyzer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Sounds that waver like speech, the same every time, cut as a call is. */
final class TrialSound {

  private static final double SYLLABLES_PER_SECOND = 4;
  private static final double LOWEST_PITCH_HZ = 100;

  private TrialSound() {}

  /** The features of a batch of different windows, each of a channel of its own. */
  static List<float[]> windows(ModelManifest manifest) {
    List<float[]> windows = new ArrayList<>();
    for (int voice = 0; voice < WindowScorer.BATCH; voice++) {
      WindowAnalyzer analyzer = new WindowAnalyzer(manifest.window(), manifest.windowFeatures());
      float[] sound = sound(voice, manifest.windowSamples(), manifest.features().sampleRate());
      analyzer.append(sound, 0, sound.length);
      windows.add(analyzer.poll().orElseThrow().features());
    }
    return windows;
  }

  private static float[] sound(int voice, int length, int sampleRate) {
    Random noise = new Random(voice);
    double pitch = LOWEST_PITCH_HZ * (1 + 0.2 * voice);
    float[] sound = new float[length];
    for (int i = 0; i < length; i++) {
      double cycles = 2 * Math.PI * i / sampleRate;
      double loudness = 0.3 * Math.max(0, Math.sin(cycles * SYLLABLES_PER_SECOND));
      sound[i] = (float) (loudness * Math.sin(cycles * pitch) + 0.003 * noise.nextGaussian());
    }
    return sound;
  }
}
