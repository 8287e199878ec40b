package io.temperline.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.temperline.reference.learning.UnusableClassifierException;
import io.temperline.speech.corpus.CorpusClip;
import io.temperline.speech.evaluation.Findings;
import io.temperline.speech.training.EpochReport;
import io.temperline.speech.training.TrainingListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SystemTrialTest {

  private static final String RECIPE =
      """
      name: tiny
      what: a test
      reported: nothing
      seed: 1
      sampleRate: 8000
      emotions: [angry, neutral, sad]
      preprocessing: [{type: PEAK, level: 1}]
      features:
        - {name: mfcc_13, parameters: {n-mfcc: 8}}
        - {name: zero_crossing_rate, parameters: {}}
      layout: {type: SUMMARY, functionals: [MEAN, STANDARD_DEVIATION]}
      scaling: STANDARD
      augmentation: {beforeSplit: false, copies: [[{type: NOISE, decibels: 20}]]}
      classifier:
        type: NETWORK
        layers: [{type: FLATTEN}, {type: DENSE, units: 8}, {type: RELU}]
        optimizer: {type: ADAM, learningRate: 0.02}
        batchSize: 8
        epochs: 15
      """;

  @TempDir private Path folder;

  private final List<String> epochs = new ArrayList<>();
  private final List<String> leftOut = new ArrayList<>();

  @Test
  void whatIsTrainedTellsTonesApartWhoeverMakesThem() throws IOException {
    Findings findings = run(clips(), new Protocol.BySpeaker(3));

    assertThat(findings.overall().evaluation().clips()).isEqualTo(36);
    assertThat(findings.overall().evaluation().accuracy()).isGreaterThan(0.9);
    assertThat(findings.overall().evaluation().labels()).containsExactly("angry", "neutral", "sad");
    assertThat(findings.folds()).extracting(fold -> fold.name()).endsWith("fold 3");
    assertThat(epochs).hasSize(45).startsWith("1/15").endsWith("15/15");
  }

  @Test
  void theSameSeedGivesTheSameJudgements() throws IOException {
    Findings once = run(clips(), new Protocol.RandomSplit(3));
    Findings again = run(clips(), new Protocol.RandomSplit(3));

    assertThat(once.overall().reliability()).isEqualTo(again.overall().reliability());
    assertThat(once.overall().evaluation().clips()).isEqualTo(7);
    assertThat(once.folds()).isEmpty();
  }

  @Test
  void clipsOfOtherEmotionsAndBrokenFilesAreLeftOut() throws IOException {
    List<CorpusClip> clips = new ArrayList<>(clips());
    Path broken = Files.writeString(folder.resolve("broken.wav"), "not audio");
    clips.add(new CorpusClip("made-up", broken, "s0", "sad", "train"));
    clips.add(new CorpusClip("made-up", folder.resolve("none.wav"), "s0", "boredom", "train"));

    assertThat(run(clips, new Protocol.BySpeaker(2)).overall().evaluation().clips()).isEqualTo(36);
    assertThat(leftOut).hasSize(2);
    assertThat(leftOut.get(0)).contains("broken.wav");
    assertThat(leftOut.get(1)).startsWith("left out 1 of ").endsWith(" files: not readable");
  }

  @Test
  void withoutAClipOfItsEmotionsThereIsNothingToLearn() throws IOException {
    assertThatThrownBy(() -> run(List.of(), new Protocol.BySpeaker(2)))
        .isInstanceOf(UnusableClassifierException.class)
        .hasMessageContaining("no readable clip is of an emotion of tiny: angry, neutral, sad");
    assertThatThrownBy(() -> run(clips(), new Protocol.BySpeaker(9)))
        .isInstanceOf(UnusableClassifierException.class)
        .hasMessageContaining("9 folds of 4 speakers");
  }

  private List<CorpusClip> clips() {
    return MadeUpCorpus.in(folder, 4, 3, List.of("angry", "neutral", "sad"));
  }

  private Findings run(List<CorpusClip> clips, Protocol protocol) throws IOException {
    SystemRecipe recipe = SystemRecipe.read(Files.writeString(folder.resolve("r.yaml"), RECIPE));
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void step(int done, int total) {}

          @Override
          public void epoch(EpochReport report) {
            epochs.add(report.epoch() + "/" + report.epochs());
          }
        };
    return new SystemTrial(recipe, listener, leftOut::add).run(clips, protocol);
  }
}
