package io.temperline.speech.training;

import io.temperline.speech.corpus.HeardClip;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** The clips that a model learns from, with the weights that even out their labels. */
final class TrainingClips {

  private final List<HeardClip> clips;
  private final Map<String, Integer> indices;
  private final Map<String, List<HeardClip>> siblings = new HashMap<>();
  private final float[] weights;

  /**
   * @param clips each of a label that the model knows
   * @param labels the model's labels
   */
  TrainingClips(List<HeardClip> clips, List<String> labels) {
    this.clips = List.copyOf(clips);
    indices = new HashMap<>();
    for (String label : labels) {
      indices.put(label, indices.size());
    }
    int[] counts = new int[labels.size()];
    for (HeardClip clip : clips) {
      siblings.computeIfAbsent(kin(clip), key -> new ArrayList<>()).add(clip);
      counts[labelOf(clip)]++;
    }
    weights = weights(counts, clips.size());
  }

  int size() {
    return clips.size();
  }

  HeardClip get(int index) {
    return clips.get(index);
  }

  int labelOf(HeardClip clip) {
    return indices.get(clip.clip().emotion());
  }

  /** The weight of a label's clips in the loss: rarer labels count more, by the square root. */
  float weightOf(int label) {
    return weights[label];
  }

  /** A clip of the same speaker in the same emotion; the clip itself where it is the only one. */
  HeardClip siblingOf(HeardClip clip, RandomGenerator random) {
    List<HeardClip> kin = siblings.get(kin(clip));
    return kin.get(random.nextInt(kin.size()));
  }

  private static String kin(HeardClip clip) {
    return clip.clip().corpus() + '/' + clip.clip().speaker() + '/' + clip.clip().emotion();
  }

  private static float[] weights(int[] counts, int all) {
    float[] weights = new float[counts.length];
    double sum = 0;
    for (int i = 0; i < counts.length; i++) {
      weights[i] = counts[i] == 0 ? 0 : (float) Math.sqrt(all / (double) counts[i]);
      sum += counts[i] * (double) weights[i];
    }
    for (int i = 0; i < counts.length; i++) {
      weights[i] *= (float) (all / sum);
    }
    return weights;
  }
}
