package io.temperline.standalone.speech;

import io.temperline.speech.corpus.HeardClip;
import io.temperline.speech.evaluation.Findings;
import io.temperline.speech.model.EmotionModel;
import io.temperline.speech.model.ModelManifest;
import io.temperline.standalone.report.HtmlReport;
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

  @Option(
      names = "--conditions",
      description =
          "Judge the same clips clean, with packets lost and in noise as well; takes seven times"
              + " as long.")
  private boolean conditions;

  @Option(
      names = "--calls",
      description = "Put calls together from the clips, and say when they would raise alerts.")
  private boolean calls;

  @Option(
      names = "--report",
      paramLabel = "FILE.html",
      description = "Write a page with plots as well.")
  private Path report;

  @Override
  void run() throws IOException {
    OutputFile page = new OutputFile("--report", report);
    page.check();
    try (EmotionModel opened = open(model)) {
      List<HeardClip> clips = corpora.load(splits, this::complain);
      Findings findings = Findings.of(new Trial(conditions, calls).of(opened, clips));
      page.write(HtmlReport.of(subject(opened.manifest(), clips), findings));
      out().println(json ? EvaluationJson.of(findings) : EvaluationText.of(findings));
      out().flush();
    }
  }

  private String subject(ModelManifest manifest, List<HeardClip> clips) {
    return "%s %s on %s, %s: %s over a telephone line (8 kHz, G.711)"
        .formatted(
            manifest.name(),
            manifest.version(),
            corpora.names(),
            String.join(" and ", splits),
            Speakers.in(clips));
  }
}
