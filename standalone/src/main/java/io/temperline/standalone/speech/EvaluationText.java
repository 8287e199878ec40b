package io.temperline.standalone.speech;

import io.temperline.speech.evaluation.Evaluation;
import java.util.List;
import java.util.Locale;

/** An evaluation for people. */
final class EvaluationText {

  private EvaluationText() {}

  static String of(Evaluation evaluation) {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "clips %d   accuracy %.3f   UAR %.3f   anger AUC %.3f%n%n",
            evaluation.clips(),
            evaluation.accuracy(),
            evaluation.uar(),
            evaluation.angerAuc()));
    List<String> labels = evaluation.labels();
    text.append(String.format(Locale.ROOT, "%-10s", "true \\ as"));
    labels.forEach(label -> text.append(String.format(Locale.ROOT, "%9s", label)));
    text.append(String.format(Locale.ROOT, "%9s%n", "recall"));
    for (int row = 0; row < labels.size(); row++) {
      text.append(String.format(Locale.ROOT, "%-10s", labels.get(row)));
      for (int count : evaluation.confusion()[row]) {
        text.append(String.format(Locale.ROOT, "%9d", count));
      }
      text.append(String.format(Locale.ROOT, "%9.2f%n", evaluation.recall(row)));
    }
    return text.toString().stripTrailing();
  }
}
