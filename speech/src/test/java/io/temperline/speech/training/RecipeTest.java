package io.temperline.speech.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.temperline.speech.model.EmotionModel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecipeTest {

  @TempDir private Path folder;

  @Test
  void aRecipeComesBackAsItWasWritten() throws IOException {
    Recipe recipe = Recipe.standard().seeded(42).lasting(7);

    Path file = Files.writeString(folder.resolve("r.yaml"), new RecipeYaml().text(recipe));

    assertThat(Recipe.read(file)).isEqualTo(recipe);
    assertThat(recipe).isNotEqualTo(Recipe.standard());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "epochs: 90|epochs: 0|epochs must be at least 1",
        "epochs: 90|epocs: 90|optimizer.epochs: Missing",
        "PT3S|3 s|write it as PT3S",
        "ravdess: 0.5|ravdess: -1|sampling of ravdess must be above 0",
        "dropout: 0.25|dropout: 1.5|a dropout in [0, 1)",
        "kernel: 5|kernel: 4|an odd kernel",
        "bands: 64|bands: none|features.bands: ",
        "noiseShare: 0.3|noiseShare: 3|noiseShare must be from 0.0 to 1.0, not 3.0",
        "mixupAlpha: 0.2|mixupAlpha: 2|mixupAlpha must be from",
        "timeMaskFrames: 35|timeMaskFrames: -1|timeMaskFrames must be from",
      })
  void whatCannotBeFollowedIsOneLineThatNamesTheFile(String right, String wrong, String problem)
      throws IOException {
    String text = new RecipeYaml().text(Recipe.standard());
    assertThat(text).contains(right);
    Path file = Files.writeString(folder.resolve("r.yaml"), text.replace(right, wrong));

    assertThatThrownBy(() -> Recipe.read(file))
        .isInstanceOf(UnusableRecipeException.class)
        .hasMessageStartingWith("recipe " + file)
        .hasMessageContaining(problem)
        .hasMessageNotContaining("\n");
  }

  @Test
  void whatBefallsTheWaveformsIsReadInItsOrderAndComesBack() throws IOException {
    Path file =
        recipe(
            "{type: timeStretch, share: 0.1, factor: [0.9, 1.1]}",
            "{type: pitchShift, share: 0.2, semitones: [-2, 2]}",
            "{type: timeShift, share: 0.3, seconds: 0.25}",
            "{type: gain, share: 0.4, decibels: [-6, 6]}",
            "{type: recordedNoise, share: 0.5, decibels: [5, 25]}",
            "{type: whiteNoise, share: 0.6, decibels: [10, 10]}",
            "{type: telephoneBand, share: 0.7}",
            "{type: g711, share: 0.8}",
            "{type: packetLoss, share: 0.9, lost: [0.01, 0.1]}");

    Recipe recipe = Recipe.read(file);

    assertThat(recipe.augmentation().waveform())
        .containsExactly(
            new WaveformStep.Stretched(0.1f, new Range(0.9, 1.1)),
            new WaveformStep.Pitched(0.2f, new Range(-2, 2)),
            new WaveformStep.Shifted(0.3f, 0.25),
            new WaveformStep.Amplified(0.4f, new Range(-6, 6)),
            new WaveformStep.InRecordedNoise(0.5f, new Range(5, 25)),
            new WaveformStep.InWhiteNoise(0.6f, new Range(10, 10)),
            new WaveformStep.BandLimited(0.7f),
            new WaveformStep.OverG711(0.8f),
            new WaveformStep.WithPacketsLost(0.9f, new Range(0.01, 0.1)));
    assertThat(recipe.augmentation().needsRecordedNoise()).isTrue();
    Files.writeString(file, new RecipeYaml().text(recipe));
    assertThat(Recipe.read(file)).isEqualTo(recipe);
  }

  @Test
  void whereARecipeNamesNothingNothingBefallsTheWaveforms() {
    assertThat(Recipe.standard().augmentation().waveform()).isEmpty();
    assertThat(Recipe.standard().augmentation().needsRecordedNoise()).isFalse();
    assertThat(new RecipeYaml().text(Recipe.standard())).doesNotContain("waveform");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{type: gain, share: 1.5, decibels: [0, 1]}|0: share must be from 0.0 to 1.0, not 1.5",
        "{type: gain, share: .nan, decibels: [0, 1]}|0.share: Malformed numeric value",
        "{type: gain, share: 1, decibels: [0, 90]}|0: decibels must be from -60.0 to 60.0, not 90",
        "{type: gain, share: 1, decibels: [6, -6]}|0.decibels.highest: a range goes from the lower number",
        "{type: gain, share: 1, decibels: 6}|0.decibels: ",
        "{type: gain, share: 1, decibels: [6]}|0.decibels.highest: Missing",
        "{type: gain, share: 1}|0.decibels: Missing",
        "{type: gain, share: 1, decibels: [0, 1], hertz: 3}|0.hertz: Unrecognized field",
        "{type: recordedNoise, share: -1, decibels: [0, 1]}|0: share must be from",
        "{type: recordedNoise, share: 1, decibels: [-99, 1]}|0: decibels must be from",
        "{type: whiteNoise, share: 1, decibels: [0, .inf]}|0.decibels: Malformed",
        "{type: timeStretch, share: 1, factor: [0, 1]}|0: factor must be from 0.5 to 2.0, not 0.0",
        "{type: pitchShift, share: 1, semitones: [0, 13]}|0: semitones must be from -12.0 to 12.0",
        "{type: timeShift, share: 1, seconds: -1}|0: seconds must be from 0.0 to 10.0, not -1.0",
        "{type: telephoneBand, share: 2}|0: share must be from",
        "{type: g711, share: 2}|0: share must be from",
        "{type: packetLoss, share: 1, lost: [0, 5]}|0: lost must be from 0.0 to 1.0, not 5.0",
        "{type: echo, share: 1}|0: Could not resolve type id 'echo': known type ids = [g711, gain",
      })
  void aStepThatCannotBeMadeIsOneLineThatNamesLineAndField(String step, String problem)
      throws IOException {
    Path file = recipe(step);

    assertThatThrownBy(() -> Recipe.read(file))
        .isInstanceOf(UnusableRecipeException.class)
        .hasMessageStartingWith("recipe %s, line ", file)
        .hasMessageContaining(": augmentation.waveform." + problem)
        .hasMessageNotContaining("\n");
  }

  /** The program's own with these steps. */
  private Path recipe(String... steps) throws IOException {
    String alpha = "mixupAlpha: 0.2\n";
    String text = new RecipeYaml().text(Recipe.standard());
    assertThat(text).contains(alpha);
    String added = alpha + "  waveform:\n  - " + String.join("\n  - ", steps) + "\n";
    return Files.writeString(folder.resolve("r.yaml"), text.replace(alpha, added));
  }

  @Test
  void theShippedModelsRecipeIsOneForItsNetwork() throws IOException {
    Path file = folder.resolve("shipped.yaml");
    try (InputStream in = EmotionModel.class.getResourceAsStream("shipped/recipe.yaml");
        EmotionModel shipped = EmotionModel.shipped()) {
      Files.copy(in, file);

      assertThat(Recipe.read(file).network()).isEqualTo(shipped.manifest().network());
    }
  }

  @Test
  void aMissingRecipeIsOneLine() {
    assertThatThrownBy(() -> Recipe.read(folder.resolve("none.yaml")))
        .isInstanceOf(UnusableRecipeException.class)
        .hasMessageContaining("there is no such file");
  }
}
