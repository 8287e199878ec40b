package io.temperline.speech.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmotionModelTest {

  @TempDir private Path folder;

  @BeforeEach
  void writeModel() throws IOException {
    Models.write(folder);
  }

  @Test
  void scoresAreProbabilitiesInTheManifestsOrder() {
    try (EmotionModel model = EmotionModel.load(folder);
        EmotionScorer scorer = model.newScorer()) {
      EmotionScores scores = scorer.score(List.of(Models.window(1))).get(0).alone();

      assertThat(scores.probabilities().keySet()).containsExactlyElementsOf(Models.LABELS);
      assertThat(scores.probabilities().values()).allMatch(p -> p > 0 && p < 1);
      assertThat(scores.probabilities().values().stream().mapToDouble(p -> p).sum())
          .isCloseTo(1, org.assertj.core.data.Offset.offset(1e-6));
    }
  }

  @Test
  void aWindowScoresTheSameBitsWhateverIsScoredBesideIt() {
    float[] window = Models.window(1);
    try (EmotionModel model = EmotionModel.load(folder);
        EmotionScorer scorer = model.newScorer()) {
      EmotionScores alone = scorer.score(List.of(window)).get(0).alone();
      for (int place = 0; place < EmotionScorer.BATCH; place++) {
        List<float[]> batch = windows(EmotionScorer.BATCH);
        batch.set(place, window);
        assertThat(scorer.score(batch).get(place).alone()).isEqualTo(alone);
      }
    }
  }

  @Test
  void moreWindowsThanABatchKeepTheirOrder() {
    List<float[]> windows = windows(2 * EmotionScorer.BATCH + 3);
    try (EmotionModel model = EmotionModel.load(folder);
        EmotionScorer scorer = model.newScorer()) {
      List<EmotionScores> together =
          scorer.score(windows).stream().map(WindowScore::alone).toList();

      assertThat(together).hasSameSizeAs(windows).doesNotHaveDuplicates();
      for (int i = 0; i < windows.size(); i++) {
        assertThat(scorer.score(List.of(windows.get(i))).get(0).alone()).isEqualTo(together.get(i));
      }
      assertThat(scorer.score(List.of())).isEmpty();
    }
  }

  @Test
  void theLevelOfTheLineChangesNothing() {
    float[] window = Models.window(1);
    float[] quieter = new float[window.length];
    for (int i = 0; i < window.length; i++) {
      quieter[i] = window[i] - 16;
    }
    try (EmotionModel model = EmotionModel.load(folder);
        EmotionScorer scorer = model.newScorer()) {
      EmotionScores loud = scorer.score(List.of(window)).get(0).alone();
      EmotionScores quiet = scorer.score(List.of(quieter)).get(0).alone();

      loud.probabilities()
          .forEach(
              (label, p) ->
                  assertThat(quiet.of(label))
                      .isCloseTo(p, org.assertj.core.data.Offset.offset(1e-4f)));
    }
  }

  @Test
  void aModelCanBeLoadedOnAnyThread() throws Exception {
    List<EmotionScores> here = scoresOfSilence();
    ExecutorService elsewhere = Executors.newSingleThreadExecutor();
    try {
      assertThat(elsewhere.submit(this::scoresOfSilence).get()).isEqualTo(here);
    } finally {
      elsewhere.shutdown();
    }
  }

  private List<EmotionScores> scoresOfSilence() {
    try (EmotionModel model = EmotionModel.load(folder);
        EmotionScorer scorer = model.newScorer()) {
      return scorer.score(List.of(new float[298 * 64])).stream().map(WindowScore::alone).toList();
    }
  }

  @Test
  void windowsThatAreNotAlikeAreRefused() {
    try (EmotionModel model = EmotionModel.load(folder);
        EmotionScorer scorer = model.newScorer()) {
      assertThatThrownBy(() -> scorer.score(List.of(new float[298 * 64], new float[64])))
          .hasStackTraceContaining("a window of 64 values is not as long as the others");
    }
  }

  @Test
  void theManifestComesBackAsItWasWritten() throws IOException {
    ModelManifest written = Models.write(folder);
    try (EmotionModel model = EmotionModel.load(folder)) {
      assertThat(model.manifest()).isEqualTo(written);
    }
  }

  @Test
  void aMissingModelIsOneClearLine() {
    assertUnusable(folder.resolve("nowhere"), "model.json is missing");
  }

  @Test
  void missingWeightsAreOneClearLine() throws IOException {
    Files.delete(folder.resolve(ModelFiles.WEIGHTS));
    assertUnusable(folder, "weights.bin is missing");
  }

  @Test
  void damagedWeightsAreFound() throws IOException {
    byte[] weights = Files.readAllBytes(folder.resolve(ModelFiles.WEIGHTS));
    weights[weights.length / 2] ^= 1;
    Files.write(folder.resolve(ModelFiles.WEIGHTS), weights);
    assertUnusable(folder, "weights.bin does not have the checksum");
  }

  @Test
  void aManifestThatIsNoJsonIsOneClearLine() throws IOException {
    Files.writeString(folder.resolve(ModelFiles.MANIFEST), "{ \"name\": ");
    assertUnusable(folder, "model.json is no valid manifest: it is not JSON: see its line 1, col");
  }

  @Test
  void aManifestWithAValueOfAnotherTypeIsOneClearLine() throws IOException {
    edit("\"temperature\" : 1.5", "\"temperature\" : []");
    assertUnusable(folder, "temperature is of another type; it takes a number");
    Files.writeString(folder.resolve(ModelFiles.MANIFEST), "[]");
    assertUnusable(folder, "model.json is no valid manifest: it is no object");
  }

  @Test
  void aFileInPlaceOfTheFolderIsSaid() {
    assertUnusable(
        folder.resolve(ModelFiles.MANIFEST), "that is a file; name the folder that holds");
  }

  @Test
  void aManifestWithAHoleIsOneClearLine() throws IOException {
    edit("\"temperature\" : 1.5,", "");
    assertUnusable(folder, "temperature");
  }

  @Test
  void anImpossibleTemperatureIsOneClearLine() throws IOException {
    edit("\"temperature\" : 1.5", "\"temperature\" : 0");
    assertUnusable(folder, "temperature must be above 0");
  }

  @Test
  void weightsOfAnotherArchitectureAreOneClearLine() throws IOException {
    edit("\"timeFilters\" : [ 8, 8 ]", "\"timeFilters\" : [ 8, 16 ]");
    assertUnusable(folder, "does not fit the network");
  }

  private void edit(String from, String to) throws IOException {
    Path manifest = folder.resolve(ModelFiles.MANIFEST);
    String text = Files.readString(manifest);
    assertThat(text).contains(from);
    Files.writeString(manifest, text.replace(from, to));
  }

  private static void assertUnusable(Path folder, String problem) {
    assertThatThrownBy(() -> EmotionModel.load(folder))
        .isInstanceOf(UnusableModelException.class)
        .hasMessageStartingWith("cannot use the model in " + folder)
        .hasMessageContaining(problem)
        .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(1));
  }

  private static List<float[]> windows(int count) {
    List<float[]> windows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      windows.add(Models.window(100 + i));
    }
    return windows;
  }
}
