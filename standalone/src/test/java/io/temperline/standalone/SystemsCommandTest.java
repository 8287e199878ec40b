package io.temperline.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SystemsCommandTest {

  private static final int RATE = 16_000;
  private static final String RECIPE =
      """
      name: my-own
      what: a test
      reported: 99 % of nothing
      seed: 1
      sampleRate: 8000
      emotions: [angry, neutral]
      preprocessing: []
      features: [{name: zero_crossing_rate, parameters: {}}]
      layout: {type: SUMMARY, functionals: [MEAN, STANDARD_DEVIATION]}
      scaling: STANDARD
      augmentation: {beforeSplit: false, copies: []}
      classifier: {type: BOOSTED_TREES, rounds: 3, maxDepth: 2, learningRate: 0.3, sampleShare: 1, columnShare: 1}
      """;

  @TempDir private Path folder;

  private final CommandRunner command = new CommandRunner();

  @Test
  void theSystemsAreListedWithTheirAuthorsFigures() {
    assertThat(command.run("systems")).isZero();

    assertThat(command.out())
        .contains("mfcc-mean-cnn ", "87,944 weights", "reported: 84.75 % accuracy on RAVDESS")
        .contains("boosted-trees ", "wav2vec2 ", "spectrogram-cnn ");
  }

  /** As CREMA-D names its files, and with its six emotions. */
  @Test
  void aSystemIsTrainedAndMeasuredOnFilesOfCremaD() throws IOException {
    cremaD(List.of("ANG", "DIS", "FEA", "HAP", "NEU", "SAD"), 4);

    assertThat(systems("boosted-trees", "--folds", "2", "--epochs", "2")).isZero();

    assertThat(command.out())
        .startsWith("boosted-trees on crema-d, 2-fold cross-validation by speaker")
        .contains("reported: 48 % accuracy on CREMA-D", "clips 24 ", "UAR")
        .contains("angry", "disgust", "fear", "happy", "neutral", "sad")
        .contains("95 % intervals", "by fold", "fold 2");
  }

  @Test
  void aRecipeOfOnesOwnGoesInPlaceOfAName() throws IOException {
    cremaD(List.of("ANG", "NEU"), 10);
    Path recipe = Files.writeString(folder.resolve("mine.yaml"), RECIPE);

    assertThat(systems(recipe.toString(), "--protocol", "random", "--seed", "2", "--json"))
        .isZero();

    JsonNode figures = new ObjectMapper().readTree(command.out());
    assertThat(figures.get("clips").asInt()).isEqualTo(4);
    assertThat(figures.at("/recalls/angry").isDouble()).isTrue();
    assertThat(figures.at("/intervals/uar/low").isDouble()).isTrue();
  }

  @Test
  void whatCannotBeDoneIsOneLine() throws IOException {
    cremaD(List.of("ANG", "NEU"), 2);
    assertRefused("no system and no recipe file is named 'other'; there are mfcc-cnn,", "other");
    assertRefused("--epochs must be at least 1", "mfcc-cnn", "--epochs", "0");
    assertRefused("9 folds of 2 speakers", "boosted-trees", "--folds", "9");
    Path wrong =
        Files.writeString(folder.resolve("w.yaml"), RECIPE.replace("rounds: 3", "rounds: 0"));
    assertRefused("w.yaml, line 12: classifier: rounds and maxDepth must", wrong.toString());
    command.assertRefused("--corpus NAME=DIR", "systems", "mfcc-cnn");
  }

  private void assertRefused(String problem, String... arguments) {
    command.assertRefused(problem, withCorpus(arguments));
  }

  private int systems(String... arguments) {
    return command.run(withCorpus(arguments));
  }

  private String[] withCorpus(String... arguments) {
    List<String> all = new ArrayList<>(List.of("systems", "--corpus", "crema-d=" + folder));
    all.addAll(List.of(arguments));
    return all.toArray(String[]::new);
  }

  private void cremaD(List<String> codes, int speakers) throws IOException {
    List<String> lines = new ArrayList<>(List.of("file,speaker,emotion,split"));
    List<String> known = List.of("ANG", "DIS", "FEA", "HAP", "NEU", "SAD");
    List<String> emotions = List.of("angry", "disgust", "fear", "happy", "neutral", "sad");
    for (int speaker = 1001; speaker < 1001 + speakers; speaker++) {
      for (String code : codes) {
        String name = "%d_DFA_%s_XX.wav".formatted(speaker, code);
        wav(name, known.indexOf(code), speaker);
        lines.add("%s,%d,%s,train".formatted(name, speaker, emotions.get(known.indexOf(code))));
      }
    }
    Files.write(folder.resolve("labels.csv"), lines);
  }

  private void wav(String name, int emotion, long seed) throws IOException {
    Random random = new Random(seed);
    byte[] bytes = new byte[2 * RATE];
    for (int i = 0; i < RATE; i++) {
      int sample =
          (int) (8_000 * Math.sin(i * (0.1 + 0.1 * emotion)) + 100 * random.nextGaussian());
      bytes[2 * i] = (byte) sample;
      bytes[2 * i + 1] = (byte) (sample >> 8);
    }
    AudioSystem.write(
        new AudioInputStream(
            new ByteArrayInputStream(bytes), new AudioFormat(RATE, 16, 1, true, false), RATE),
        AudioFileFormat.Type.WAVE,
        folder.resolve(name).toFile());
  }
}
