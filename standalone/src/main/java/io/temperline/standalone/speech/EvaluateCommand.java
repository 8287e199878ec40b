package io.temperline.standalone.speech;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.temperline.speech.corpus.HeardClip;
import io.temperline.speech.evaluation.Evaluation;
import io.temperline.speech.evaluation.Evaluator;
import io.temperline.speech.model.EmotionModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code evaluate}: how well a model recognises the labelled clips of corpora. */
@Command(
    name = "evaluate",
    description =
        "Measure a model on labelled recordings, all corpora together. Only labels that occur"
            + " among the clips compete.")
public final class EvaluateCommand extends SpeechCommand {

  @Mixin private CorpusOptions corpora;

  @Option(
      names = "--split",
      split = ",",
      defaultValue = "test",
      paramLabel = "SPLIT",
      description = "Splits to take, as test or validation,test. Default: ${DEFAULT-VALUE}.")
  private List<String> splits;

  @Option(names = "--model", paramLabel = "DIR", description = "Model to use, not the shipped one.")
  private Path model;

  @Option(names = "--json", description = "One JSON object.")
  private boolean json;

  @Override
  void run() throws IOException {
    try (EmotionModel opened = open(model)) {
      List<HeardClip> clips = corpora.load(splits, this::complain);
      Evaluation evaluation = new Evaluator(opened).evaluate(clips);
      out()
          .println(
              json
                  ? new ObjectMapper().writeValueAsString(evaluation)
                  : EvaluationText.of(evaluation));
      out().flush();
    }
  }
}
