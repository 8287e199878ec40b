package io.temperline.speech.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.temperline.speech.audio.Resampler;
import io.temperline.speech.features.LogMelConfig;
import io.temperline.speech.features.Waveform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Networks that were written by PyTorch itself; make.py beside them says what each computes. */
class TorchScriptTest {

  private static final Offset<Float> CLOSE = within(2e-5f);
  private static final float TEMPERATURE = 2;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(ints = {8_000, 16_000})
  void aWaveformNetworkScoresTheSamplesAtItsRate(int sampleRate) throws IOException {
    TorchScripts.waveform(folder, "waveform.pt", sampleRate);
    float[] window = sound(1);

    assertScores(window, waveformLogits(new Resampler(8_000, sampleRate).push(window)));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aLogMelNetworkScoresTheFramesInEvaluationMode(boolean levelled) throws IOException {
    TorchScripts.logMel(folder, "log-mel.pt", levelled);
    float[] window = Models.window(1);

    assertScores(window, logMelLogits(levelled ? LevelNormalizer.normalize(window, 64) : window));
  }

  @Test
  void probabilitiesAreTakenAsSuch() throws IOException {
    TorchScripts.waveform(folder, "probabilities.pt", 8_000);
    edit("LOGITS", "PROBABILITIES");
    edit("\"temperature\": 2.0", "\"temperature\": 1.0");

    try (EmotionModel model = EmotionModel.load(folder);
        EmotionScorer scorer = model.newScorer()) {
      assertThat(scorer.score(List.of(sound(1))).get(0).alone().probabilities().values())
          .containsExactly(0.25f, 0f, 0.75f);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"waveform.pt", "log-mel.pt"})
  void aWindowScoresTheSameBitsWhateverIsScoredBesideIt(String file) throws IOException {
    boolean waveform = file.startsWith("waveform");
    if (waveform) {
      TorchScripts.waveform(folder, file, 16_000);
    } else {
      TorchScripts.logMel(folder, file, true);
    }
    List<float[]> windows = new ArrayList<>();
    for (int i = 0; i < 2 * EmotionScorer.BATCH + 3; i++) {
      windows.add(waveform ? sound(i) : Models.window(i));
    }
    try (EmotionModel model = EmotionModel.load(folder);
        EmotionScorer scorer = model.newScorer()) {
      List<EmotionScores> together =
          scorer.score(windows).stream().map(WindowScore::alone).toList();

      assertThat(together).doesNotHaveDuplicates();
      for (int i = 0; i < windows.size(); i++) {
        assertThat(scorer.score(List.of(windows.get(i))).get(0).alone()).isEqualTo(together.get(i));
      }
    }
  }

  @Test
  void aManifestMayLeaveOutWhatHasOneAnswer() throws IOException {
    TorchScripts.waveform(folder, "waveform.pt", 16_000);

    try (EmotionModel model = EmotionModel.load(folder)) {
      assertThat(model.manifest().featureVersion()).isEqualTo("3");
      assertThat(model.manifest().calibrationVersion()).isEqualTo("3");
      assertThat(model.manifest().features()).isEqualTo(LogMelConfig.TELEPHONE);
      assertThat(model.manifest().windowFeatures()).isEqualTo(Waveform.TELEPHONE);
    }
  }

  @Test
  void theManifestInTheReadmeIsComplete() throws IOException {
    TorchScripts.waveform(folder, "waveform.pt", 8_000);
    String readme = Files.readString(Path.of("../README.md"));
    int start = readme.indexOf("```json") + "```json".length();
    Files.writeString(
        folder.resolve(ModelFiles.MANIFEST), readme.substring(start, readme.indexOf("```", start)));

    try (EmotionModel model = EmotionModel.load(folder)) {
      assertThat(model.manifest().name()).isEqualTo("my-model");
      assertThat(model.manifest().network().input()).isEqualTo(new NetworkInput.Waveform(16_000));
    }
  }

  @Test
  void aWindowOfWhichTheNetworkMakesNoNumbersIsUncertain() throws IOException {
    TorchScripts.waveform(folder, "waveform.pt", 8_000);
    float[] broken = sound(1);
    broken[7] = Float.NaN;

    try (EmotionModel model = EmotionModel.load(folder);
        EmotionScorer scorer = model.newScorer()) {
      EmotionScores scores = scorer.score(List.of(broken)).get(0).alone();

      assertThat(scores.top()).isEqualTo(EmotionScores.UNCERTAIN);
      assertThat(scores.probabilities().values()).containsOnly(1f / 3);
    }
  }

  @Test
  void aWrongNumberOfOutputsIsRefused() throws IOException {
    TorchScripts.logMel(folder, "four-outputs.pt", true);
    assertRefused("model.pt gives float32 (8, 4)", "the 3 labels of model.json", "(8, 3)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "not-a-number.pt | model.pt gives NaN where it must give numbers",
        "mixing.pt | model.pt gives a window other scores beside other windows",
        "pair.pt | model.pt gives float32 (8, 3) and float32 (8, 3)",
        "fixed.pt | model.pt fails on what model.json describes, samples of (8, 24000) (The size of"
      })
  void aNetworkThatIsOfNoUseIsRefused(String file, String problem) throws IOException {
    TorchScripts.waveform(folder, file, 8_000);
    assertRefused(problem);
  }

  @Test
  void theWindowOfTheManifestIsTheOneThatIsTried() throws IOException {
    TorchScripts.waveform(folder, "fixed.pt", 8_000);
    edit("PT3S", "PT2S");

    EmotionModel.load(folder).close();
  }

  @Test
  void logitsThatAreSaidToBeProbabilitiesAreRefused() throws IOException {
    TorchScripts.waveform(folder, "waveform.pt", 8_000);
    edit("LOGITS", "PROBABILITIES");
    assertRefused("which are no probabilities", "\"output\": \"LOGITS\"");
  }

  @Test
  void aMissingFileIsRefused() throws IOException {
    TorchScripts.waveform(folder, "waveform.pt", 8_000);
    Files.delete(folder.resolve("model.pt"));
    assertRefused("model.pt is missing");
  }

  @Test
  void aFileThatIsNoTorchScriptIsRefused() throws IOException {
    TorchScripts.waveform(folder, "waveform.pt", 8_000);
    Files.writeString(folder.resolve("model.pt"), "no network");
    assertRefused("model.pt is no TorchScript file: write it with torch.jit.script");
  }

  @Test
  void aFileOfAnotherChecksumIsRefused() throws IOException {
    TorchScripts.waveform(folder, "waveform.pt", 8_000);
    edit("\"name\"", "\"weightsSha256\": \"00\", \"name\"");
    assertRefused("model.pt does not have the checksum");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"labels\": [\"neutral\", \"sad\", \"angry\"], | `` | labels is missing",
        "[\"neutral\", \"sad\", \"angry\"] | [] | labels are missing",
        "\"sad\" | \"angry\" | labels must differ from one another",
        "\"sad\" | null | labels",
        "\"sad\" | \"more than forty characters are too many for it\" | labels must be 1 to 40",
        "\"sad\" | \"uncertain\" | labels must not hold 'uncertain'",
        "\"name\": \"own\" | \"name\": \" \" | name must not be blank",
        "\"version\": \"3\", | `` | version is missing",
        "WAVEFORM | SPECTRUM | network.input.type is 'SPECTRUM'; it takes LOG_MEL or WAVEFORM",
        "\"type\": \"WAVEFORM\", | `` | network.input.type is missing",
        ", \"sampleRate\": 16000 | `` | network.input.sampleRate is missing",
        "16000 | 44100 | network.input: sampleRate must be 8000 or 16000, not 44100",
        "16000 | \"high\" | network.input.sampleRate is 'high'; it takes a number",
        "LOGITS | LOGIT | network.output is 'LOGIT'; it takes LOGITS or PROBABILITIES",
        "\"model.pt\" | \"\" | torchScript must name a file",
        "PT3S | 3 s | window.length is '3 s'; it takes a duration such as PT3S",
        "PT3S | PT40S | window.length must be PT0.5S to PT30S, not PT40S",
        "PT3S | PT3.005S | do not fit the grid of the features: take a multiple of 10.0 ms",
        "PT1S | PT4S | shorten the hop",
        "PT1S | PT0.05S | window.hop must be at least PT0.1S, not PT0.05S",
        "\"temperature\": 2.0 | \"temperature\": 0 | temperature must be above 0",
        "\"temperature\": 2.0, | `` | temperature is missing",
        "0.35 | 1.35 | uncertainBelow must be between 0 and 1",
        "\"name\" | \"nmae\": 1, \"name\" | nmae is no field; there are calibrationVersion, calmLogits, featureVersion, features, labels"
      })
  void aManifestThatSaysSomethingImpossibleIsRefused(String from, String to, String problem)
      throws IOException {
    TorchScripts.waveform(folder, "waveform.pt", 16_000);
    edit(from, to);
    assertRefused("model.json", problem);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[]", "7"})
  void aManifestThatIsNoObjectIsRefused(String manifest) throws IOException {
    Files.writeString(folder.resolve(ModelFiles.MANIFEST), manifest);
    assertRefused("model.json is no valid manifest: it is no object");
  }

  @Test
  void logMelFramesOfAnotherRateThanTheLinesAreRefused() throws IOException {
    TorchScripts.logMel(folder, "log-mel.pt", true);
    edit(
        "\"network\"",
        "\"features\": {\"sampleRate\": 16000, \"fftSize\": 512, \"frameLength\": 400,"
            + " \"hop\": 160, \"bands\": 64, \"fMin\": 0, \"fMax\": 8000}, \"network\"");
    assertRefused("features.sampleRate must be that of the telephone line, 8000, not 16000");
  }

  private void assertScores(float[] window, float[] logits) {
    try (EmotionModel model = EmotionModel.load(folder);
        EmotionScorer scorer = model.newScorer()) {
      EmotionScores scores = scorer.score(List.of(window)).get(0).alone();

      float[] expected = Softmax.of(logits, TEMPERATURE);
      assertThat(scores.of("neutral")).isCloseTo(expected[0], CLOSE);
      assertThat(scores.of("sad")).isCloseTo(expected[1], CLOSE);
      assertThat(scores.of("angry")).isCloseTo(expected[2], CLOSE);
      assertThat(scores.confidence()).isLessThan(0.9f);
    }
  }

  private static float[] waveformLogits(float[] samples) {
    double squares = 0;
    double sizes = 0;
    for (float sample : samples) {
      squares += (double) sample * sample;
      sizes += Math.abs(sample);
    }
    double rms = Math.sqrt(squares / samples.length);
    double size = sizes / samples.length;
    return new float[] {(float) (1 - 20 * rms), (float) (3 - 60 * size), (float) (20 * rms)};
  }

  /** The mean of the bands, normalised by a mean of -40 and a deviation of 20. */
  private static float[] logMelLogits(float[] frames) {
    double mean = 0;
    for (float decibels : frames) {
      mean += decibels;
    }
    float level = (float) ((mean / frames.length + 40) / 20);
    return new float[] {0, level, 2 * level};
  }

  private static float[] sound(long seed) {
    Random random = new Random(seed);
    float[] sound = new float[24_000];
    for (int i = 0; i < sound.length; i++) {
      double swell = 0.5 + 0.5 * Math.sin(i / 900.0);
      sound[i] = (float) (0.1 * swell * Math.sin(i * 0.2) + 0.02 * random.nextGaussian());
    }
    return sound;
  }

  private void edit(String from, String to) throws IOException {
    Path manifest = folder.resolve(ModelFiles.MANIFEST);
    String text = Files.readString(manifest);
    assertThat(text).contains(from);
    Files.writeString(manifest, text.replace(from, to == null ? "" : to));
  }

  private void assertRefused(String... problems) {
    assertThatThrownBy(() -> EmotionModel.load(folder))
        .isInstanceOf(UnusableModelException.class)
        .hasMessageStartingWith("cannot use the model in " + folder)
        .hasMessageContainingAll(Arrays.copyOf(problems, problems.length, CharSequence[].class))
        .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(1));
  }
}
