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
