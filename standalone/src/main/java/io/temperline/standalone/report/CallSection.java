package io.temperline.standalone.report;

import io.temperline.speech.evaluation.CallFigures;

/** The card about calls put together from the clips. */
final class CallSection {

  private CallSection() {}

  static String of(CallFigures calls) {
    String figures =
        "<dl>%s%s%s%s</dl>"
            .formatted(
                Html.figure(
                    "urgent", Html.share(calls.foundInTime()), "of anger alerted within 8 s", ""),
                Html.figure("urgent", Html.share(calls.found()), "of anger alerted at all", ""),
                Html.figure(
                    "",
                    seconds(calls, 0.5),
                    "median time to alert",
                    calls.found() > 0 ? "90 % within " + seconds(calls, 0.9) : ""),
                Html.figure(
                    "",
                    Html.decimal(calls.falseAlertsPerHour()),
                    "false alerts per call-hour",
                    ""));
    return Html.section(
        "wide",
        "In calls",
        calls.stretches() > 0 ? figures + CallPlot.of(calls) : figures,
        "%d calls of %s h, put together from the clips: calm, then angry for 12 s or more, then calm"
                .formatted(calls.outcomes().size(), Html.share(calls.hours()))
            + " again, and as many that stay calm. Windows, smoothing and the escalation rule are the"
            + " service's own. The plot counts angry stretches. An alert counts from the beginning of the"
            + " anger until 3 s after its end; every other one is false.");
  }

  private static String seconds(CallFigures calls, double share) {
    return calls.secondsToAlert(share).map(value -> Html.decimal(value) + " s").orElse("–");
  }
}
