package io.temperline.speech.training;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.InjectableValues;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import io.temperline.speech.model.DurationModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Recipes as YAML, which are records: every field must be there and no other; durations as ISO 8601
 * has them, {@code PT3S}.
 */
public final class RecipeYaml {

  private static final String STANDARD = "standard.yaml";

  private final ObjectMapper yaml =
      new ObjectMapper(
              new YAMLFactory()
                  .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                  .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES))
          .registerModule(new DurationModule())
          .setInjectableValues(new InjectableValues.Std().addValue(List.class, List.of()))
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);

  Recipe standard() {
    return own(RecipeYaml.class, STANDARD, Recipe.class);
  }

  Recipe read(Path file) {
    return read(file, Recipe.class);
  }

  /** A recipe that comes with the program, in the resource of a name beside a class. */
  public <T> T own(Class<?> beside, String name, Class<T> kind) {
    try (InputStream in = beside.getResourceAsStream(name)) {
      return yaml.readValue(in, kind);
    } catch (IOException e) {
      throw new UncheckedIOException("the program's own recipe " + name, e);
    }
  }

  /**
   * @throws UnusableRecipeException where the file cannot be read or says something impossible
   */
  public <T> T read(Path file, Class<T> kind) {
    try {
      return yaml.readValue(Files.readAllBytes(file), kind);
    } catch (JsonProcessingException e) {
      throw new UnusableRecipeException(
          "recipe %s%s: %s%s".formatted(file, line(e), field(e), reason(e)), e);
    } catch (NoSuchFileException e) {
      throw new UnusableRecipeException("recipe %s: there is no such file".formatted(file), e);
    } catch (IOException e) {
      throw new UnusableRecipeException(
          "recipe %s cannot be read: is it a file that you may read?".formatted(file), e);
    }
  }

  String text(Recipe recipe) {
    try {
      return yaml.writeValueAsString(recipe);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
  }

  private static String line(JsonProcessingException e) {
    JsonLocation location = e.getLocation();
    return location == null || location.getLineNr() < 1 ? "" : ", line " + location.getLineNr();
  }

  private static String field(JsonProcessingException e) {
    if (!(e instanceof JsonMappingException mapping) || mapping.getPath().isEmpty()) {
      return "";
    }
    return mapping.getPath().stream()
        .map(step -> step.getFieldName() == null ? "" + step.getIndex() : step.getFieldName())
        .collect(Collectors.joining(".", "", ": "));
  }

  private static String reason(JsonProcessingException e) {
    if (e instanceof ValueInstantiationException && e.getCause() != null) {
      return e.getCause().getMessage();
    }
    // Jackson's advice to its programmers comes after a semicolon, and it names Java's types.
    return e.getOriginalMessage()
        .lines()
        .findFirst()
        .orElse("no recipe")
        .replaceFirst(";.*", "")
        .replaceAll(" as a subtype of `[^`]*`| \\(for POJO property .*\\)", "");
  }
}
