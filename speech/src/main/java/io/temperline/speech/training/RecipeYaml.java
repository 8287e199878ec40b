package io.temperline.speech.training;

import java.nio.file.Path;

/** The recipes of this project's own network as YAML. */
final class RecipeYaml {

  private static final String STANDARD = "standard.yaml";

  private final RecipeFormat<Recipe> format = new RecipeFormat<>(Recipe.class);

  Recipe standard() {
    return format.own(RecipeYaml.class, STANDARD);
  }

  Recipe read(Path file) {
    return format.read(file);
  }

  String text(Recipe recipe) {
    return format.text(recipe);
  }
}
