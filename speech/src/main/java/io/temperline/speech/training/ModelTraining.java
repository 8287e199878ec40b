package io.temperline.speech.training;

import io.temperline.speech.corpus.HeardClip;
import io.temperline.speech.evaluation.Evaluation;
import io.temperline.speech.features.LogMelConfig;
import io.temperline.speech.model.EmotionModel;
import io.temperline.speech.model.EmotionNetwork;
import io.temperline.speech.model.ModelFiles;
import io.temperline.speech.model.ModelManifest;
import io.temperline.speech.window.WindowConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Makes a model from labelled clips: trains the network, fits its calibration on the validation
 * speakers and writes the folder that {@link EmotionModel#load} reads, after every epoch, so that a
 * training that is broken off leaves what it had.
 */
public final class ModelTraining {

  /** The emotions that a model tells apart, in the order of its outputs. */
  public static final List<String> LABELS =
      List.of("neutral", "calm", "happy", "sad", "angry", "fear", "disgust", "surprise", "boredom");

  /** Calibrated, a confidence is the chance of being right: below this one nothing is named. */
  private static final float UNCERTAIN_BELOW = 0.35f;

  /** The file that says what a model was made from and what it is worth. */
  private static final String CARD = "MODEL_CARD.md";

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
   * @param start a model of the same network to go on from; without any training begins at random
   * @param folder where the model goes
   * @return the manifest as written
   */
  public ModelManifest train(
      String version,
      List<HeardClip> train,
      List<HeardClip> validation,
      Optional<ModelFiles> start,
      Path folder)
      throws IOException {
    ModelManifest manifest = manifest(version);
    ValidationClips watched = new ValidationClips(validation, manifest);
    try (EmotionTrainer trainer =
        new EmotionTrainer(manifest, config, new TrainingClips(train, LABELS), start)) {
      runEpochs(trainer, manifest, watched, folder);
      ModelManifest written =
          ModelFiles.write(
              folder, calibrated(watched, manifest, trainer.network()), trainer.network());
      String card =
          new ModelCard(written, config)
              .text(train, validation, byCorpus(validation, written, trainer.network()));
      Files.writeString(folder.resolve(CARD), card);
      return written;
    }
  }

  private void runEpochs(
      EmotionTrainer trainer, ModelManifest manifest, ValidationClips watched, Path folder)
      throws IOException {
    int total = config.epochs() * trainer.stepsPerEpoch();
    int[] done = new int[1];
    for (int epoch = 1; epoch <= config.epochs(); epoch++) {
      double loss = trainer.epoch(() -> listener.step(++done[0], total));
      ModelFiles.write(folder, manifest, trainer.network());
      listener.epoch(
          new EpochReport(
              epoch, config.epochs(), loss, evaluate(watched, manifest, trainer.network())));
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
      ValidationClips watched, ModelManifest manifest, EmotionNetwork network) {
    return watched.isEmpty() ? Optional.empty() : Optional.of(watched.evaluate(manifest, network));
  }

  private static Map<String, Evaluation> byCorpus(
      List<HeardClip> validation, ModelManifest manifest, EmotionNetwork network) {
    Map<String, Evaluation> evaluations = new TreeMap<>();
    ModelCard.byCorpus(validation)
        .forEach(
            (corpus, clips) ->
                evaluations.put(
                    corpus, new ValidationClips(clips, manifest).evaluate(manifest, network)));
    return evaluations;
  }

  private static ModelManifest calibrated(
      ValidationClips watched, ModelManifest manifest, EmotionNetwork network) {
    if (watched.isEmpty()) {
      return manifest;
    }
    float temperature = Calibration.temperature(watched.outcomes(manifest, network));
    return manifest.calibrated(manifest.version(), temperature, manifest.uncertainBelow());
  }
}
