package io.temperline.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.temperline.speech.training.Recipe;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
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

class SpeechCommandsTest {

  private static final int RATE = 8_000;
  private static final String NOISY = "[{type: recordedNoise, share: 1, decibels: [5, 20]}]";

  @TempDir private Path folder;

  private final CommandRunner command = new CommandRunner();

  @Test
  void analyzePrintsAJsonObjectForEveryWindowOfBothChannels() throws IOException {
    Path call = wav("call.wav", 5, 2);

    assertThat(command.run("analyze", call.toString(), "--json", "--score-agents")).isZero();

    List<JsonNode> windows = json();
    assertThat(windows).hasSize(6);
    assertThat(windows)
        .allSatisfy(
            window ->
                assertThat(window.fieldNames())
                    .toIterable()
                    .containsExactly(
                        "file",
                        "channel",
                        "startMs",
                        "endMs",
                        "status",
                        "reason",
                        "top",
                        "probabilities",
                        "valence",
                        "arousal"));
    assertThat(windows)
        .extracting(window -> window.get("channel").asText())
        .containsExactly("caller", "caller", "caller", "agent", "agent", "agent");
    assertThat(windows)
        .extracting(window -> window.get("startMs").asLong())
        .containsExactly(0L, 1_000L, 2_000L, 0L, 1_000L, 2_000L);
    JsonNode spoken = windows.get(0);
    assertThat(spoken.get("file").asText()).isEqualTo(call.toString());
    assertThat(spoken.get("status").asText()).isEqualTo("SCORED");
    assertThat(spoken.get("probabilities")).hasSize(9);
    JsonNode mute = windows.get(3);
    assertThat(mute.get("status").asText()).isEqualTo("NOT_SCORED");
    assertThat(mute.get("reason").asText()).isEqualTo("SILENCE");
    assertThat(mute.get("top").isNull()).isTrue();
    assertThat(mute.get("probabilities")).isEmpty();
  }

  @Test
  void analyzeWithholdsAgentsUnlessToldOtherwise() throws IOException {
    Path caller = wav("call_caller.wav", 3, 1);
    Path agent = wav("call_agent.wav", 4, 1);

    assertThat(command.run("analyze", agent.toString(), caller.toString(), "--json")).isZero();
    assertThat(json())
        .extracting(window -> window.get("file").asText())
        .containsExactly(caller.toString(), agent.toString(), agent.toString());
    assertThat(json().subList(1, 3))
        .allSatisfy(
            window -> {
              assertThat(window.get("channel").asText()).isEqualTo("agent");
              assertThat(window.get("reason").asText()).isEqualTo("NOT_PERMITTED");
              assertThat(window.get("probabilities")).isEmpty();
            });
  }

  @Test
  void analyzeKnowsTheHoldsThatTheSidecarTells() throws IOException {
    Path call = wav("call.wav", 8, 1);
    Files.writeString(
        folder.resolve("calls.json"),
        "{\"call\": {\"holds\": [{\"fromMs\": 3500, \"toMs\": 4000}]}}");

    assertThat(command.run("analyze", call.toString(), "--json")).isZero();
    assertThat(json())
        .extracting(window -> window.get("reason").asText())
        .containsExactly("null", "HOLD", "HOLD", "HOLD", "null", "null");
  }

  @Test
  void analyzeNamesARecordingThatItCannotReadAndGoesOnWithTheOthers() throws IOException {
    Path damaged = Files.writeString(folder.resolve("damaged.wav"), "no recording");
    Path good = wav("good.wav", 4, 1);

    assertThat(command.run("analyze", damaged.toString(), good.toString())).isEqualTo(2);

    assertThat(command.err().lines()).singleElement().asString().contains("damaged.wav");
    assertThat(command.out().lines()).hasSize(2);
  }

  @Test
  void analyzePrintsALineForEveryWindow() throws IOException {
    assertThat(command.run("analyze", wav("mono.wav", 4, 1).toString())).isZero();

    assertThat(command.out().lines()).hasSize(2);
    assertThat(command.out()).contains("mono.wav  caller  00:01 - 00:04").contains("angry 0.");
  }

  @Test
  void analyzeSaysWhenARecordingIsTooShort() throws IOException {
    assertThat(command.run("analyze", wav("short.wav", 2, 1).toString())).isZero();

    assertThat(command.out()).isEmpty();
    assertThat(command.err()).contains("short.wav: shorter than a window");
  }

  @Test
  void aMissingRecordingIsOneLineAndExitCodeTwo() {
    command.assertRefused("nowhere.wav", "analyze", folder.resolve("nowhere.wav").toString());
  }

  @Test
  void aMissingModelIsOneLineAndExitCodeTwo() throws IOException {
    command.assertRefused(
        "model.json is missing",
        "analyze",
        wav("a.wav", 4, 1).toString(),
        "--model",
        folder.toString());
  }

  @Test
  void anEmptyCorpusIsOneLineAndExitCodeTwo() {
    command.assertRefused("none of 0 WAV and FLAC files", "evaluate", "--corpus", "mine=" + folder);
  }

  @Test
  void aSplitThatDoesNotOccurIsOneLineAndExitCodeTwo() throws IOException {
    corpus();
    command.assertRefused(
        "no readable clip in mine is of split holdout",
        "evaluate",
        "--corpus",
        "mine=" + folder,
        "--split",
        "holdout");
  }

  @Test
  void tooFewTrainingClipsAreOneLineAndExitCodeTwo() throws IOException {
    corpus();
    command.assertRefused(
        "2 clips to train on, fewer than a batch",
        "train",
        "--corpus",
        "mine=" + folder,
        "--out",
        folder.resolve("model").toString());
  }

  @Test
  void trainTellsWhenARecipeAndItsNoiseDoNotFit() throws IOException {
    corpus();
    Path silent = Files.createDirectory(folder.resolve("silent"));
    assertTrainingRefused("recordedNoise: name a folder of recordings with --noise", NOISY);
    assertTrainingRefused("no readable WAV or FLAC file in", NOISY, "--noise", silent.toString());
    assertTrainingRefused("nowhere is no folder", NOISY, "--noise", silent + "/nowhere");
    assertTrainingRefused("is for nothing", "[]", "--noise", silent.toString());
    assertTrainingRefused(
        "augmentation.waveform.0: share must be from 0.0 to 1.0, not 7",
        "[{type: g711, share: 7}]");
  }

  private void assertTrainingRefused(String problem, String waveform, String... more)
      throws IOException {
    List<String> arguments = new ArrayList<>(List.of("train", "--corpus", "mine=" + folder));
    arguments.addAll(List.of("--out", folder.resolve("model").toString()));
    arguments.addAll(List.of("--recipe", recipe(waveform).toString()));
    arguments.addAll(List.of(more));
    command.assertRefused(problem, arguments.toArray(String[]::new));
  }

  /** The program's own recipe, with these steps. */
  private Path recipe(String waveform) throws IOException {
    try (InputStream in = Recipe.class.getResourceAsStream("standard.yaml")) {
      String own = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Files.writeString(
          folder.resolve("recipe.yaml"),
          own.replace("mixupAlpha: 0.2", "mixupAlpha: 0.2\n  waveform: " + waveform));
    }
  }

  @Test
  void anOutFolderThatIsAFileIsRefusedBeforeTheTraining() throws IOException {
    corpus();
    command.assertRefused(
        "cannot make the folder",
        "train",
        "--corpus",
        "mine=" + folder,
        "--out",
        folder.resolve("0.wav").toString());
  }

  @Test
  void evaluatePoolsTheSplitsNamed() throws IOException {
    corpus();

    assertThat(
            command.run(
                "evaluate", "--corpus", "mine=" + folder, "--split", "validation,test", "--json"))
        .isZero();

    JsonNode figures = json().get(0);
    assertThat(figures.fieldNames())
        .toIterable()
        .startsWith("clips", "accuracy", "uar", "angerAuc", "labels", "confusion");
    assertThat(figures.get("clips").asInt()).isEqualTo(3);
    assertThat(figures.get("labels")).hasToString("[\"angry\",\"sad\"]");
    assertThat(figures.get("confusion")).hasSize(2);
  }

  @Test
  void evaluateNamesRecordingsThatItCannotRead() throws IOException {
    corpus();
    Files.writeString(folder.resolve("0.wav"), "no recording");

    assertThat(command.run("evaluate", "--corpus", "mine=" + folder, "--split", "validation,test"))
        .isZero();

    assertThat(command.out()).startsWith("clips 2 ").contains("UAR");
    assertThat(command.err()).contains("0.wav").contains("left out 1 of 3 files: not readable");
  }

  @Test
  void trainWritesAModelThatEvaluateTakes() throws IOException {
    List<String> lines = new ArrayList<>(List.of("file,speaker,emotion,split"));
    for (int i = 0; i < 40; i++) {
      wav(i + ".wav", 1, 1);
      String split = i < 34 ? "train" : i < 37 ? "validation" : "test";
      String emotion = i == 0 ? "hangry" : i % 2 == 0 ? "angry" : "sad";
      lines.add("%d.wav,s%d,%s,%s".formatted(i, i, emotion, split));
    }
    Files.write(folder.resolve("labels.csv"), lines);
    String model = folder.resolve("model").toString();

    assertThat(command.run("train", "--corpus", "mine=" + folder, "--out", model, "--epochs", "1"))
        .isZero();
    assertThat(command.out())
        .contains("training on 33 clips, watching on 3 clips", "epoch 1/1", "wrote", model);
    assertThat(command.err()).contains("left out 1 clip of emotion 'hangry'");
    assertThat(folder.resolve("model/MODEL_CARD.md")).content().contains("| mine | 33 | 33 |");

    assertThat(command.run("train", "--corpus", "mine=" + folder, "--out", model)).isEqualTo(2);
    assertThat(command.err()).contains("there is a model in " + model + " already");

    assertThat(command.run("evaluate", "--model", model, "--corpus", "mine=" + folder)).isZero();
    assertThat(command.out()).startsWith("clips 3 ");
  }

  private List<JsonNode> json() throws IOException {
    List<JsonNode> objects = new ArrayList<>();
    for (String line : command.out().lines().toList()) {
      objects.add(new ObjectMapper().readTree(line));
    }
    return objects;
  }

  private void corpus() throws IOException {
    List<String> lines = new ArrayList<>(List.of("file,speaker,emotion,split"));
    String[] splits = {"validation", "test", "test", "train", "train"};
    for (int i = 0; i < splits.length; i++) {
      wav(i + ".wav", 2 + i % 2, 1);
      lines.add("%d.wav,s%d,%s,%s".formatted(i, i, i == 1 ? "angry" : "sad", splits[i]));
    }
    Files.write(folder.resolve("labels.csv"), lines);
  }

  /** Something that wavers like speech on the first channel, silence on the second. */
  private Path wav(String name, int seconds, int channels) throws IOException {
    Random random = new Random(1);
    byte[] bytes = new byte[2 * RATE * seconds * channels];
    for (int i = 0; i < RATE * seconds; i++) {
      double swell = Math.max(0, Math.sin(i / 800.0));
      int sample = (int) (8_000 * swell * Math.sin(i * 0.2) + 100 * random.nextGaussian());
      bytes[2 * i * channels] = (byte) sample;
      bytes[2 * i * channels + 1] = (byte) (sample >> 8);
    }
    Path file = folder.resolve(name);
    AudioFormat format = new AudioFormat(RATE, 16, channels, true, false);
    AudioSystem.write(
        new AudioInputStream(new ByteArrayInputStream(bytes), format, (long) RATE * seconds),
        AudioFileFormat.Type.WAVE,
        file.toFile());
    return file;
  }
}
