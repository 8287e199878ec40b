package io.temperline.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.temperline.reference.learning.NetworkRecipe;
import io.temperline.speech.training.UnusableRecipeException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SystemRecipeTest {

  @TempDir private Path folder;

  @Test
  void epochsAndSeedCanBeOthers() {
    SystemRecipe recipe = new ReferenceSystems().named("mfcc-cnn").orElseThrow();

    SystemRecipe changed = recipe.lasting(3).seeded(5);

    assertThat(changed.seed()).isEqualTo(5);
    assertThat(((NetworkRecipe) changed.classifier()).epochs()).isEqualTo(3);
    assertThat(changed.lasting(40).seeded(1)).isEqualTo(recipe);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "epochs: 40|epochs: 0|classifier: batchSize must be at least 2 and epochs at least 1",
        "epochs: 40|epocs: 40|classifier.epochs: Missing",
        "SKIP, seconds: 0.5|SKIP, seconds: -1|preprocessing.0: seconds must be above 0",
        "mfcc_40_default_mels|mfcc_40|no feature is named 'mfcc_40' (did you mean",
        "n-fft: 1024|n-ftt: 1024|has no parameter n-ftt",
        "n-fft: 1024|n-fft: 0.5|--n-fft must be a whole number",
        "type: MAX_POOL_1D|type: POOL|classifier.layers",
        "filters: 64|filters: 0|a layer's sizes are at least 1, not 0",
        "share: 0.2|share: 1|share must be in [0, 1), not 1",
        "sampleRate: 16000|sampleRate: 16|sampleRate must be from 8000 to 48000",
        "[neutral, calm|[calm, calm|each named once",
        "layout: {type: SEQUENCE, frames: 156}|layout: {type: WAVEFORM}|takes features, or layout",
      })
  void whatCannotBeFollowedIsOneLineThatNamesTheFile(String right, String wrong, String problem)
      throws IOException {
    String text = own("mfcc-cnn.yaml");
    assertThat(text).contains(right);
    Path file =
        Files.writeString(folder.resolve("r.yaml"), text.replaceFirst(quoted(right), wrong));

    assertThatThrownBy(() -> SystemRecipe.read(file))
        .isInstanceOf(UnusableRecipeException.class)
        .hasMessageStartingWith("recipe " + file + ", line ")
        .hasMessageContaining(problem)
        .hasMessageNotContaining("\n");
  }

  private static String quoted(String text) {
    return java.util.regex.Pattern.quote(text);
  }

  private static String own(String name) throws IOException {
    try (InputStream in = SystemRecipe.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
