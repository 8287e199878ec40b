package io.temperline.speech.training;

import io.temperline.speech.corpus.HeardClip;
import io.temperline.speech.features.LogMelExtractor;
import io.temperline.speech.model.LevelNormalizer;
import io.temperline.speech.model.ModelManifest;
import java.util.List;
import java.util.random.RandomGenerator;

/** Makes the augmented batches that the network is trained on. */
final class BatchMaker {

  /**
   * @param windows [count x frames x bands], levelled
   * @param targets [count x labels]; a row sums to the weight of its window
   */
  record TrainingBatch(float[] windows, float[] targets, int count) {}

  private final TrainingClips clips;
  private final ModelManifest manifest;
  private final WaveformAugmenter waveforms;
  private final SpectrumAugmenter spectra;
  private final Mixup mixup;
  private final LogMelExtractor extractor;
  private final float labelSmoothing;
  private final RandomGenerator random;

  /**
   * @param noise recordings of noise, one channel at 8 kHz each
   */
  BatchMaker(
      TrainingClips clips,
      ModelManifest manifest,
      Recipe recipe,
      List<float[]> noise,
      RandomGenerator random) {
    this.clips = clips;
    this.manifest = manifest;
    this.extractor = new LogMelExtractor(manifest.features());
    this.labelSmoothing = recipe.optimizer().labelSmoothing();
    this.random = random;
    AugmentationConfig config = recipe.augmentation();
    this.waveforms = new WaveformAugmenter(config, noise, manifest.windowSamples(), random);
    this.spectra = new SpectrumAugmenter(config, random);
    this.mixup = new Mixup(config.mixupAlpha(), random);
  }

  /** A batch of so many windows, each mixed with another of them. */
  TrainingBatch make(int count) {
    int size = manifest.frames() * manifest.features().bands();
    int labels = manifest.labels().size();
    float[] windows = new float[count * size];
    float[] targets = new float[count * labels];
    for (int i = 0; i < count; i++) {
      HeardClip clip = clips.draw(random);
      System.arraycopy(window(clip), 0, windows, i * size, size);
      setTarget(targets, i * labels, labels, clip);
    }
    return mixed(new TrainingBatch(windows, targets, count));
  }

  private float[] window(HeardClip clip) {
    float[] sibling = clips.siblingOf(clip, random).samples();
    float[] samples = waveforms.window(clip.samples(), sibling);
    int bands = manifest.features().bands();
    float[] logMel = extractor.frames(samples);
    spectra.colour(logMel, bands);
    float[] levelled = LevelNormalizer.normalize(logMel, bands);
    spectra.mask(levelled, bands);
    return levelled;
  }

  private void setTarget(float[] targets, int at, int labels, HeardClip clip) {
    float weight = clips.weightOf(clip);
    int label = clips.labelOf(clip);
    for (int i = 0; i < labels; i++) {
      float share = labelSmoothing / labels + (i == label ? 1 - labelSmoothing : 0);
      targets[at + i] = weight * share;
    }
  }

  /** Mixes every window with the one at the opposite place of the batch. */
  private TrainingBatch mixed(TrainingBatch batch) {
    float[] windows = new float[batch.windows().length];
    float[] targets = new float[batch.targets().length];
    for (int i = 0; i < batch.count(); i++) {
      float share = mixup.share();
      int other = batch.count() - 1 - i;
      mix(batch.windows(), windows, i, other, share, batch.count());
      mix(batch.targets(), targets, i, other, share, batch.count());
    }
    return new TrainingBatch(windows, targets, batch.count());
  }

  private static void mix(float[] from, float[] into, int one, int other, float share, int rows) {
    int size = from.length / rows;
    for (int i = 0; i < size; i++) {
      into[one * size + i] = share * from[one * size + i] + (1 - share) * from[other * size + i];
    }
  }
}
