package io.temperline.speech.training;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** See docs/fuzzing.md. */
class RecipeFuzzTest {

  private static final RecipeYaml RECIPES = new RecipeYaml();

  @TempDir private static Path folder;

  @FuzzTest
  void isReadOrRefused(byte[] yaml) throws IOException {
    Path recipe = Files.write(folder.resolve("recipe.yaml"), yaml);
    try {
      RECIPES.read(recipe);
    } catch (UnusableRecipeException expected) {
      // It says what is wrong with the recipe.
    }
  }
}
