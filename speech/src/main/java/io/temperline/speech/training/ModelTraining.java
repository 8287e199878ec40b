package io.temperline.speech.training;

import io.temperline.speech.corpus.HeardClip;
import io.temperline.speech.evaluation.Evaluation;
import io.temperline.speech.model.CallerBaseline;
import io.temperline.speech.model.EmotionModel;
import io.temperline.speech.model.EmotionNetwork;
import io.temperline.speech.model.ModelFiles;
import io.temperline.speech.model.ModelManifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Makes a model from labelled clips: trains the network, fits its calibration on the validation
 * speakers and writes the folder that {@link EmotionModel#load} reads, after every epoch, so that a
 * training that is broken off leaves what it had.
 */
public final class ModelTraining {

  /** The emotions that a model tells apart, in the order of its outputs. */
  public static final List<String> LABELS =
      List.of("neutral", "calm", "happy", "sad", "angry", "fear", "disgust", "surprise", "boredom");

  /** The confidence below which nothing is named where there is nobody to calibrate it on. */
  private static final float UNCERTAIN_BELOW = 0.35f;

  /** The file that says what a model was made from and what it is worth. */
  private static final String CARD = "MODEL_CARD.md";

  /** The file with the recipe that a model was made by. */
  private static final String RECIPE = "recipe.yaml";

  private static final String NAME = "temperline-conv";
  private static final String FEATURE_VERSION = "logmel64-8k-1";

  private final Recipe recipe;
  private final List<float[]> noise;
  private final TrainingListener listener;

  /**
   * @param noise recordings of noise, one channel at 8 kHz each; there may be none where the
   *     recipe's augmentation needs none
   */
  public ModelTraining(Recipe recipe, List<float[]> noise, TrainingListener listener) {
    if (noise.isEmpty() && recipe.augmentation().needsRecordedNoise()) {
      throw new IllegalArgumentException("a recipe with recorded noise needs recordings of noise");
    }
    this.recipe = recipe;
    this.noise = List.copyOf(noise);
    this.listener = listener;
  }

  /** Whether a training was broken off in a folder, so that {@link #train} goes on with it. */
  public static boolean isUnfinishedIn(Path folder) {
    return TrainingState.isIn(folder);
  }

  /**
   * Goes on where an earlier training in the same folder was broken off.
   *
   * @param version to give the model
   * @param train clips to learn from, of {@link #LABELS}, more than a batch
   * @param validation clips of other speakers, of {@link #LABELS}; without any the probabilities
   *     stay uncalibrated
   * @param start a model of the same network to go on from; without any training begins at random
   * @param folder where the model goes
   * @return the manifest as written
   * @throws UnusableRecipeException where the folder has an unfinished training of another kind
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
    String text = new RecipeYaml().text(recipe);
    TrainingState state =
        new TrainingState(
            folder, "%d clips, %d of noise%n%s".formatted(train.size(), noise.size(), text));
    try (EmotionTrainer trainer =
        new EmotionTrainer(
            manifest, recipe, new TrainingClips(train, LABELS, recipe.sampling()), noise, start)) {
      state.resume(trainer);
      runEpochs(trainer, manifest, watched, state, folder);
      ModelManifest written =
          ModelFiles.write(
              folder, calibrated(watched, manifest, trainer.network()), trainer.network());
      String card =
          new ModelCard(written, recipe)
              .text(train, validation, byCorpus(validation, written, trainer.network()));
      Files.writeString(folder.resolve(CARD), card);
      Files.writeString(folder.resolve(RECIPE), text);
      state.delete();
      return written;
    }
  }

  private void runEpochs(
      EmotionTrainer trainer,
      ModelManifest manifest,
      ValidationClips watched,
      TrainingState state,
      Path folder)
      throws IOException {
    int epochs = recipe.optimizer().epochs();
    int total = epochs * trainer.stepsPerEpoch();
    int[] done = {trainer.epochsDone() * trainer.stepsPerEpoch()};
    listener.begin(done[0], total);
    while (trainer.epochsDone() < epochs) {
      double loss = trainer.epoch(() -> listener.step(++done[0], total));
      ModelFiles.write(folder, manifest, trainer.network());
      state.save(trainer);
      listener.epoch(
          new EpochReport(
              trainer.epochsDone(), epochs, loss, evaluate(watched, manifest, trainer.network())));
    }
  }

  private ModelManifest manifest(String version) {
    return new ModelManifest(
        NAME,
        version,
        FEATURE_VERSION,
        "none",
        LABELS,
        recipe.window(),
        recipe.features(),
        recipe.network(),
        1f,
        UNCERTAIN_BELOW,
        List.of(),
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

  private static Set<Integer> calmLabels() {
    return CallerBaseline.CALM.stream().map(LABELS::indexOf).collect(Collectors.toSet());
  }

  private static ModelManifest calibrated(
      ValidationClips watched, ModelManifest manifest, EmotionNetwork network) {
    if (watched.isEmpty()) {
      return manifest;
    }
    List<Calibration.Outcome> outcomes = watched.outcomes(manifest, network);
    float temperature = Calibration.temperature(outcomes);
    return manifest.calibrated(
        manifest.version(),
        temperature,
        Calibration.uncertainBelow(outcomes, temperature),
        Calibration.calmLogits(outcomes, LABELS.indexOf(CallerBaseline.NEUTRAL), calmLabels()));
  }
}
