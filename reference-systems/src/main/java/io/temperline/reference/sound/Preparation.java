package io.temperline.reference.sound;

import io.temperline.speech.audio.Recording;
import io.temperline.speech.audio.Recordings;
import io.temperline.speech.audio.Resampler;
import io.temperline.speech.augmentation.Augmentation;
import io.temperline.speech.corpus.CorpusClip;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Carries clips from their files to what a classifier gets, and their augmented copies too. */
public final class Preparation {

  private final int sampleRate;
  private final List<Step> steps;
  private final List<FeatureChoice> features;
  private final Layout layout;
  private final List<Augmentation> copies;

  /**
   * @param sampleRate that all recordings are brought to
   */
  public Preparation(
      int sampleRate,
      List<Step> steps,
      List<FeatureChoice> features,
      Layout layout,
      AugmentedCopies augmentation) {
    this.sampleRate = sampleRate;
    this.steps = List.copyOf(steps);
    this.features = List.copyOf(features);
    this.layout = layout;
    copies = augmentation.copies().stream().map(this::together).toList();
  }

  /**
   * The clip as it is, and its copies after it; channels after the first are not heard. The same
   * seed gives the same copies of a clip.
   *
   * @throws io.temperline.speech.audio.UnreadableRecordingException where it cannot be read
   */
  public List<Sample> prepare(CorpusClip clip, long seed) {
    Recording recording = Recordings.read(clip.file());
    float[] samples =
        new Resampler(recording.sampleRate(), sampleRate).push(recording.channels()[0]);
    Random random = new Random(31 * seed + clip.file().getFileName().toString().hashCode());
    List<Sample> made = new ArrayList<>();
    made.add(sample(samples));
    for (Augmentation copy : copies) {
      made.add(sample(copy.apply(samples, random)));
    }
    return made;
  }

  private Sample sample(float[] samples) {
    float[] prepared = samples;
    for (Step step : steps) {
      prepared = step.apply(prepared, sampleRate);
    }
    float[] ready = prepared;
    return layout.of(
        ready, features.stream().map(choice -> choice.compute(ready, sampleRate)).toList());
  }

  private Augmentation together(List<Change> changes) {
    return changes.stream()
        .map(change -> change.at(sampleRate))
        .reduce((samples, random) -> samples, Augmentation::then);
  }
}
