package io.temperline.speech.training;

import io.temperline.speech.corpus.HeardClip;
import io.temperline.speech.evaluation.ClipJudge;
import io.temperline.speech.evaluation.Evaluation;
import io.temperline.speech.evaluation.Evaluator;
import io.temperline.speech.features.LogMelConfig;
import io.temperline.speech.model.EmotionModel;
import io.temperline.speech.model.EmotionScorer;
import io.temperline.speech.model.ModelFiles;
import io.temperline.speech.model.ModelManifest;
import io.temperline.speech.window.WindowConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes a model from labelled clips: trains the network, fits its calibration on the validation
 * speakers and writes the folder that {@link EmotionModel#load} reads.
 */
public final class ModelTraining {

  /** The emotions that a model tells apart, in the order of its outputs. */
  public static final List<String> LABELS =
      List.of("neutral", "calm", "happy", "sad", "angry", "fear", "disgust", "surprise", "boredom");

  /** Calibrated, a confidence is the chance of being right: below this one nothing is named. */
  private static final float UNCERTAIN_BELOW = 0.35f;

  private static final String NAME = "temperline-crnn";
  private static final String FEATURE_VERSION = "logmel64-8k-1";

  private final TrainingConfig config;
  private final TrainingListener listener;

  public ModelTraining(TrainingConfig config, TrainingListener listener) {
    this.config = config;
    this.listener = listener;
  }

  /**
   * @param version to give the model
   * @param train clips to learn from, of {@link #LABELS}, more than a batch
   * @param validation clips of other speakers, of {@link #LABELS}; without any the probabilities
   *     stay uncalibrated
   * @param folder where the model goes
   * @return the manifest as written
   */
  public ModelManifest train(
      String version, List<HeardClip> train, List<HeardClip> validation, Path folder)
      throws IOException {
    ModelManifest manifest = manifest(version);
    try (EmotionTrainer trainer =
        new EmotionTrainer(manifest, config, new TrainingClips(train, LABELS))) {
      int total = config.epochs() * trainer.stepsPerEpoch();
      int[] done = new int[1];
      for (int epoch = 1; epoch <= config.epochs(); epoch++) {
        double loss = trainer.epoch(() -> listener.step(++done[0], total));
        listener.epoch(
            new EpochReport(epoch, config.epochs(), loss, evaluate(trainer, manifest, validation)));
      }
      return ModelFiles.write(folder, calibrated(trainer, manifest, validation), trainer.network());
    }
  }

  private ModelManifest manifest(String version) {
    return new ModelManifest(
        NAME,
        version,
        FEATURE_VERSION,
        "none",
        LABELS,
        WindowConfig.DEFAULT,
        LogMelConfig.TELEPHONE,
        config.shape(),
        1f,
        UNCERTAIN_BELOW,
        "");
  }

  private static Optional<Evaluation> evaluate(
      EmotionTrainer trainer, ModelManifest manifest, List<HeardClip> validation) {
    if (validation.isEmpty()) {
      return Optional.empty();
    }
    try (EmotionModel model = EmotionModel.of(manifest, trainer.network())) {
      return Optional.of(new Evaluator(model).evaluate(validation));
    }
  }

  private static ModelManifest calibrated(
      EmotionTrainer trainer, ModelManifest manifest, List<HeardClip> validation) {
    if (validation.isEmpty()) {
      return manifest;
    }
    ClipJudge judge = new ClipJudge(manifest.window().length(), manifest.features());
    List<Calibration.Outcome> outcomes = new ArrayList<>();
    try (EmotionModel model = EmotionModel.of(manifest, trainer.network());
        EmotionScorer scorer = model.newScorer()) {
      for (HeardClip clip : validation) {
        int label = manifest.labels().indexOf(clip.clip().emotion());
        for (float[] logits : scorer.logits(judge.windowsOf(clip))) {
          outcomes.add(new Calibration.Outcome(logits, label));
        }
      }
    }
    return manifest.calibrated(
        manifest.version(), Calibration.temperature(outcomes), manifest.uncertainBelow());
  }
}
