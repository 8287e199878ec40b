package io.temperline.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
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

class EvaluateCommandTest {

  private static final int RATE = 8_000;

  @TempDir private Path folder;

  private final CommandRunner command = new CommandRunner();

  @Test
  void theTextSaysHowFarTheFiguresCanBeTrusted() throws IOException {
    corpus("test", 2, 4);

    assertThat(evaluate()).isZero();

    assertThat(command.out())
        .startsWith("clips 8 ")
        .contains("95 % intervals, resampling 8 clips (too few speakers")
        .contains("found at 5 % false alarms", "expected calibration error")
        .contains("by sex", "female", "male", "the recall of anger differs by")
        .doesNotContain("by corpus");
  }

  @Test
  void theJsonBeginsWithTheFiguresOfAllClips() throws IOException {
    corpus("test", 6, 2);

    assertThat(evaluate("--json")).isZero();

    JsonNode figures = new ObjectMapper().readTree(command.out());
    assertThat(figures.fieldNames())
        .toIterable()
        .containsExactly(
            "clips",
            "accuracy",
            "uar",
            "angerAuc",
            "labels",
            "confusion",
            "recalls",
            "intervals",
            "angerRoc",
            "reliability",
            "sexes",
            "angerRecallDifference");
    assertThat(figures.at("/intervals/unit").asText()).isEqualTo("SPEAKERS");
    assertThat(figures.at("/intervals/uar/low").asDouble())
        .isLessThanOrEqualTo(figures.get("uar").asDouble());
    assertThat(figures.at("/recalls/angry").isDouble()).isTrue();
    assertThat(figures.at("/reliability/bins")).hasSize(15);
    assertThat(figures.at("/angerRoc/points/0/recall").asDouble()).isZero();
    assertThat(figures.get("sexes")).extracting(sex -> sex.get("clips").asInt()).contains(6, 6);
  }

  @Test
  void severalCorporaAreAlsoMeasuredEachByItself() throws IOException {
    corpus("test", 2, 2);

    assertThat(evaluate("--corpus", "again=" + folder)).isZero();

    assertThat(command.out()).startsWith("clips 8 ").contains("by corpus", "mine ", "again ");
  }

  @Test
  void cremaDIsEvaluatedByItsOwnFileNames() throws IOException {
    for (int actor = 1074; actor <= 1077; actor++) {
      wav(actor + "_DFA_ANG_XX.wav", true, actor);
      wav(actor + "_DFA_NEU_XX.wav", false, -actor);
    }
    wav("1077_angry.wav", true, 1);
    Files.writeString(folder.resolve("1077_IEO_ANG_HI.wav"), "no recording");
    Files.writeString(
        folder.resolve("VideoDemographics.csv"), "ActorID,Sex\n1076,Female\n1077,Male\n");

    assertThat(command.run("evaluate", "--corpus", "crema-d=" + folder)).isZero();

    assertThat(command.out()).startsWith("clips 4 ").contains("by sex", "female", "male");
    assertThat(command.err().lines())
        .satisfiesExactly(
            line -> assertThat(line).contains("1077_angry.wav: not named as in CREMA-D"),
            line ->
                assertThat(line).endsWith("left out 1 of 10 files: other names, or further copies"),
            line -> assertThat(line).contains("1077_IEO_ANG_HI.wav"),
            line -> assertThat(line).endsWith("left out 1 of 5 files: not readable"));
  }

  @Test
  void ofManyFilesLeftOutTheFirstAreNamedAndAllAreCounted() throws IOException {
    wav("1091_DFA_ANG_XX.wav", true, 1);
    for (int i = 10; i < 30; i++) {
      wav("take" + i + ".wav", true, i);
    }

    assertThat(command.run("evaluate", "--corpus", "crema-d=" + folder)).isZero();

    assertThat(command.err().lines()).hasSize(11);
    assertThat(command.err())
        .contains("take10.wav", "take19.wav", "left out 20 of 21 files")
        .doesNotContain("take20.wav");
  }

  @Test
  void conditionsAreComparedOnTheSameClipsWhereAskedFor() throws IOException {
    corpus("test", 2, 2);

    assertThat(evaluate("--conditions", "--json")).isZero();

    JsonNode figures = new ObjectMapper().readTree(command.out());
    JsonNode conditions = figures.get("conditions");
    assertThat(conditions).hasSize(7).allMatch(one -> one.get("clips").asInt() == 4);
    assertThat(conditions.get(1).get("name").asText()).isEqualTo("telephone line");
    assertThat(conditions.get(1).get("confusion")).isEqualTo(figures.get("confusion"));
  }

  @Test
  void callsArePutTogetherWhereAskedFor() throws IOException {
    corpus("test", 2, 2);
    Path report = folder.resolve("report.html");

    assertThat(evaluate("--calls", "--json", "--report", report.toString())).isZero();

    JsonNode calls = new ObjectMapper().readTree(command.out()).get("calls");
    assertThat(calls.fieldNames())
        .toIterable()
        .containsExactly(
            "calls",
            "hours",
            "angryStretches",
            "foundWithin8s",
            "found",
            "medianSecondsToAlert",
            "p90SecondsToAlert",
            "falseAlerts",
            "falseAlertsPerHour");
    assertThat(calls.get("calls").asInt()).isEqualTo(12);
    assertThat(calls.get("angryStretches").asInt()).isEqualTo(6);
    assertThat(report).content().contains("In calls", "12 calls of");
  }

  @Test
  void foldsJudgeEverySpeakerByAModelThatNeverHeardThem() throws IOException {
    corpus("test", 4, 22);

    assertThat(evaluate("--folds", "2", "--epochs", "1")).isZero();

    assertThat(command.out())
        .startsWith("fold 1/2  44 clips of 2 speakers  accuracy ")
        .contains("fold 2/2  44 clips of 2 speakers", "clips 88 ", "by fold");
    assertThat(command.err()).contains("epoch 1/1");
  }

  @Test
  void optionsThatDoNotFitTogetherAreRefused() throws IOException {
    corpus("test", 2, 2);
    assertRefused("go with --folds", "--epochs", "3");
    assertRefused("leave out --model", "--folds", "2", "--model", folder.toString());
    assertRefused("at least 2", "--folds", "1");
    assertRefused("3 folds of 2 speakers", "--folds", "3");
    assertRefused("fewer than a batch", "--folds", "2");
    assertRefused("corpus mine is measured", "--folds", "2", "--train-corpus", "mine=/nowhere");
    assertRefused("corpus same is measured", "--folds", "2", "--train-corpus", "same=" + folder);
  }

  @Test
  void callsThatCannotBePutTogetherAreSpokenOf() throws IOException {
    corpus("test", 2, 1);

    assertThat(evaluate("--calls")).isZero();

    assertThat(command.err()).contains("no calls: no speaker has clips labelled neutral or calm");
  }

  @Test
  void theReportIsOnePageThatLoadsNothing() throws Exception {
    corpus("test", 2, 4);
    Path report = folder.resolve("report.html");

    assertThat(evaluate("--report", report.toString())).isZero();

    String page = Files.readString(report);
    assertThat(page)
        .contains("<svg", "8 clips of 2 speakers", "What is taken for what", "By sex")
        .doesNotContain("<script", "http", "url(", "@import", "src=", "NaN", "null");
    for (String drawing : page.split("(?=<svg)|(?<=</svg>)")) {
      if (drawing.startsWith("<svg")) {
        parse(drawing);
      }
    }
  }

  @Test
  void aReportThatCannotBeWrittenIsRefusedBeforeTheWork() {
    assertRefused("cannot write", "--report", folder.resolve("nowhere/r.html").toString());
  }

  private static void parse(String xml) throws Exception {
    javax.xml.parsers.DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new org.xml.sax.InputSource(new StringReader(xml)));
  }

  /** Women and men in turn, angry and neutral in turn. */
  private void corpus(String split, int speakers, int clipsEach) throws IOException {
    List<String> lines = new ArrayList<>(List.of("file,speaker,sex,emotion,split"));
    for (int speaker = 0; speaker < speakers; speaker++) {
      for (int clip = 0; clip < clipsEach; clip++) {
        boolean angry = clip % 2 == 0;
        String name = "%d-%d.wav".formatted(speaker, clip);
        wav(name, angry, 100 * speaker + clip);
        lines.add(
            "%s,s%d,%s,%s,%s"
                .formatted(
                    name,
                    speaker,
                    speaker % 2 == 0 ? "female" : "male",
                    angry ? "angry" : "neutral",
                    split));
      }
    }
    Files.write(folder.resolve("labels.csv"), lines);
  }

  private void wav(String name, boolean angry, long seed) throws IOException {
    Random random = new Random(seed);
    byte[] bytes = new byte[4 * RATE];
    for (int i = 0; i < 2 * RATE; i++) {
      double swell = Math.max(0, Math.sin(i / (angry ? 400.0 : 1_200.0)));
      double tone = Math.sin(i * (angry ? 0.5 : 0.15));
      int sample = (int) (8_000 * swell * tone + 100 * random.nextGaussian());
      bytes[2 * i] = (byte) sample;
      bytes[2 * i + 1] = (byte) (sample >> 8);
    }
    AudioSystem.write(
        new AudioInputStream(
            new ByteArrayInputStream(bytes), new AudioFormat(RATE, 16, 1, true, false), 2L * RATE),
        AudioFileFormat.Type.WAVE,
        folder.resolve(name).toFile());
  }

  private void assertRefused(String problem, String... more) {
    command.assertRefused(problem, evaluation(more));
  }

  private int evaluate(String... more) {
    return command.run(evaluation(more));
  }

  private String[] evaluation(String... more) {
    List<String> arguments = new ArrayList<>(List.of("evaluate", "--corpus", "mine=" + folder));
    arguments.addAll(List.of(more));
    return arguments.toArray(String[]::new);
  }
}
