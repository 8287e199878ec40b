package io.temperline.standalone.speech;

import io.temperline.speech.corpus.HeardClip;
import io.temperline.speech.evaluation.Findings;
import io.temperline.speech.evaluation.SpeakerFolds;
import io.temperline.speech.model.EmotionModel;
import io.temperline.speech.model.ModelManifest;
import io.temperline.standalone.report.HtmlReport;
import java.io.IOException;
import java.io.PrintWriter;
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

  @Option(
      names = "--conditions",
      description =
          "Judge the same clips clean, with packets lost and in noise as well; takes eight times"
              + " as long.")
  private boolean conditions;

  @Option(
      names = "--calls",
      description = "Put calls together from the clips, and say when they would raise alerts.")
  private boolean calls;

  @Mixin private FoldOptions folds;

  @Option(names = "--json", description = "One JSON object.")
  private boolean json;

  @Option(
      names = "--report",
      paramLabel = "FILE.html",
      description = "Write a page with plots as well.")
  private Path report;

  @Override
  void run() throws IOException {
    OutputFile page = new OutputFile("--report", report);
    page.check();
    folds.check(model, corpora);
    if (folds.given()) {
      List<float[]> noise = folds.noise(this::complain);
      List<HeardClip> clips = corpora.load(splits, this::complain);
      print(page, folds.words(), clips, crossValidated(clips, noise));
      return;
    }
    List<HeardClip> clips = corpora.load(splits, this::complain);
    try (EmotionModel opened = open(model)) {
      print(page, words(opened.manifest()), clips, Findings.of(trial().of(opened, clips)));
    }
  }

  private Trial trial() {
    return new Trial(conditions, calls);
  }

  private Findings crossValidated(List<HeardClip> clips, List<float[]> noise) throws IOException {
    PrintWriter lines = json ? err() : out();
    return new CrossValidation(
            folds.recipe(),
            noise,
            folds.joining(this::complain),
            trial(),
            new TrainingProgress(err(), System.console() != null),
            line -> {
              lines.println(line);
              lines.flush();
            })
        .run(cut(clips));
  }

  private SpeakerFolds cut(List<HeardClip> clips) {
    try {
      return new SpeakerFolds(clips, folds.folds());
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(e.getMessage());
    }
  }

  private void print(OutputFile page, String what, List<HeardClip> clips, Findings findings)
      throws IOException {
    if (calls && findings.calls().isEmpty()) {
      complain("no calls: no speaker has clips labelled neutral or calm");
    }
    page.write(HtmlReport.of(subject(what, clips), findings));
    out().println(json ? EvaluationJson.of(findings) : EvaluationText.of(findings));
    out().flush();
  }

  private static String words(ModelManifest manifest) {
    return manifest.name() + " " + manifest.version();
  }

  private String subject(String what, List<HeardClip> clips) {
    return "%s on %s, %s: %s over a telephone line (8 kHz, G.711)"
        .formatted(what, corpora.names(), String.join(" and ", splits), Speakers.in(clips));
  }
}
