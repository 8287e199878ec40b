package io.temperline.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.temperline.speech.evaluation.Evaluation;
import io.temperline.speech.evaluation.Findings;
import io.temperline.speech.training.EpochReport;
import io.temperline.speech.training.TrainingListener;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReferenceSystemsTest {

  private static final TrainingListener NOBODY =
      new TrainingListener() {
        @Override
        public void step(int done, int total) {}

        @Override
        public void epoch(EpochReport report) {}
      };

  @TempDir private static Path folder;

  private final ReferenceSystems systems = new ReferenceSystems();

  static Stream<String> names() {
    return new ReferenceSystems().all().stream().map(SystemRecipe::name);
  }

  @Test
  void aSystemIsFoundByItsName() {
    assertThat(systems.named("mfcc-mean-cnn")).isPresent();
    assertThat(systems.named("nobody's")).isEmpty();
    assertThat(names()).hasSize(10).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("names")
  void everySystemTrainsAndJudgesFromRecordingsOn(String name) {
    SystemRecipe recipe = systems.named(name).orElseThrow().lasting(1);

    Findings findings =
        new SystemTrial(recipe, NOBODY, ReferenceSystemsTest::refuse)
            .run(
                MadeUpCorpus.in(folder, 2, 1, List.of("angry", "neutral")),
                new Protocol.BySpeaker(2));

    Evaluation evaluation = findings.overall().evaluation();
    assertThat(evaluation.clips()).isEqualTo(4);
    assertThat(evaluation.labels()).containsExactly("angry", "neutral");
    assertThat(findings.folds()).hasSize(2);
  }

  private static void refuse(String message) {
    throw new AssertionError(message);
  }
}
