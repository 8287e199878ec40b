package io.temperline.speech.training;

import io.temperline.speech.corpus.HeardClip;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** The clips that a model learns from, with the weights that even out a corpus's labels. */
final class TrainingClips {

  /**
   * The clips of one corpus.
   *
   * @param until the shares of this and all earlier corpora together
   * @param weights by label: rarer ones count more in the loss
   */
  private record Part(List<HeardClip> clips, double until, float[] weights) {}

  private final Map<String, Integer> indices = new HashMap<>();
  private final Map<String, List<HeardClip>> siblings = new HashMap<>();
  private final Map<String, Part> parts = new LinkedHashMap<>();
  private final int size;
  private final double total;

  /**
   * @param clips each of a label that the model knows
   * @param labels the model's labels
   * @param sampling how often clips are of each corpus, by name; see {@link Recipe#sampling}
   */
  TrainingClips(List<HeardClip> clips, List<String> labels, Map<String, Float> sampling) {
    size = clips.size();
    labels.forEach(label -> indices.put(label, indices.size()));
    Map<String, List<HeardClip>> byCorpus = new LinkedHashMap<>();
    for (HeardClip clip : clips) {
      siblings.computeIfAbsent(kin(clip), key -> new ArrayList<>()).add(clip);
      byCorpus.computeIfAbsent(clip.clip().corpus(), key -> new ArrayList<>()).add(clip);
    }
    double until = 0;
    for (Map.Entry<String, List<HeardClip>> corpus : byCorpus.entrySet()) {
      until +=
          sampling.getOrDefault(corpus.getKey(), (float) corpus.getValue().size() / clips.size());
      parts.put(
          corpus.getKey(),
          new Part(corpus.getValue(), until, weights(countsOf(corpus.getValue()))));
    }
    total = until;
  }

  int size() {
    return size;
  }

  /** A clip by chance: first its corpus, then any of the corpus. */
  HeardClip draw(RandomGenerator random) {
    double at = random.nextDouble() * total;
    for (Part part : parts.values()) {
      if (at < part.until) {
        return part.clips.get(random.nextInt(part.clips.size()));
      }
    }
    throw new IllegalStateException("the shares of the corpora do not add up");
  }

  int labelOf(HeardClip clip) {
    return indices.get(clip.clip().emotion());
  }

  /** The weight of a clip in the loss: of labels rare in its corpus, more, by the square root. */
  float weightOf(HeardClip clip) {
    return parts.get(clip.clip().corpus()).weights[labelOf(clip)];
  }

  /** A clip of the same speaker in the same emotion; the clip itself where it is the only one. */
  HeardClip siblingOf(HeardClip clip, RandomGenerator random) {
    List<HeardClip> kin = siblings.get(kin(clip));
    return kin.get(random.nextInt(kin.size()));
  }

  private static String kin(HeardClip clip) {
    return clip.clip().corpus() + '/' + clip.clip().speaker() + '/' + clip.clip().emotion();
  }

  private int[] countsOf(List<HeardClip> clips) {
    int[] counts = new int[indices.size()];
    clips.forEach(clip -> counts[labelOf(clip)]++);
    return counts;
  }

  /** One on average over the clips; 0 for labels that none has. */
  private static float[] weights(int[] counts) {
    int all = 0;
    double roots = 0;
    for (int count : counts) {
      all += count;
      roots += Math.sqrt(count);
    }
    float[] weights = new float[counts.length];
    for (int i = 0; i < counts.length; i++) {
      weights[i] = counts[i] == 0 ? 0 : (float) (all / (Math.sqrt(counts[i]) * roots));
    }
    return weights;
  }
}
