package io.temperline.standalone.report;

import io.temperline.speech.evaluation.Findings;
import io.temperline.speech.evaluation.Group;
import java.util.List;

/** The cards that hold parts of the clips, or conditions of them, against each other. */
final class ComparisonSections {

  private static final String HOW_TO_READ =
      " Dot: unweighted average recall (UAR) with its 95 % interval. Ring: recall of anger; where"
          + " the AUC beside it is low, much else is taken for anger too.";

  private ComparisonSections() {}

  static String of(Findings findings) {
    return sexes(findings)
        + groups(
            "By corpus",
            findings.corpora(),
            "Each corpus by itself: only the emotions that it has compete.")
        + groups(
            "By fold",
            findings.folds(),
            "Each fold's model, trained without it, on its speakers, whom it never heard.")
        + groups(
            "By condition",
            findings.conditions(),
            "The same clips throughout; after a calm beginning, those of speakers who have other"
                + " neutral clips, against which they are heard, as a call is. All other figures are those of the telephone line (G.711"
                + " mu-law at 8 kHz); losses come after it and noise before. Lost packets of 20 ms"
                + " are concealed; noise is white, its level that of active speech (ITU-T P.56)"
                + " less the SNR.");
  }

  private static String sexes(Findings findings) {
    String gap =
        findings.angerGap().isPresent()
            ? "The recall of anger differs by %s. "
                .formatted(Html.share(findings.angerGap().getAsDouble()))
            : "";
    return groups("By sex", findings.sexes(), gap + "Each sex by itself.");
  }

  private static String groups(String title, List<Group> groups, String note) {
    return groups.isEmpty()
        ? ""
        : Html.section("wide", title, GroupPlot.of(title, groups), note + HOW_TO_READ);
  }
}
