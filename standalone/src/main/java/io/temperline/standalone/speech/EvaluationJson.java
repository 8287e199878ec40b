package io.temperline.standalone.speech;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.temperline.speech.evaluation.CallFigures;
import io.temperline.speech.evaluation.Evaluation;
import io.temperline.speech.evaluation.Figures;
import io.temperline.speech.evaluation.Findings;
import io.temperline.speech.evaluation.Group;
import io.temperline.speech.evaluation.RocCurve;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** What an evaluation found, as one JSON object; the figures of all clips stand in front. */
final class EvaluationJson {

  private EvaluationJson() {}

  static String of(Findings findings) throws IOException {
    Map<String, Object> object = figures(findings.overall());
    if (!findings.sexes().isEmpty()) {
      object.put("sexes", groups(findings.sexes()));
      object.put("angerRecallDifference", orNull(findings.angerGap()));
    }
    putGroups(object, "corpora", findings.corpora());
    putGroups(object, "folds", findings.folds());
    putGroups(object, "conditions", findings.conditions());
    findings.calls().ifPresent(calls -> object.put("calls", calls(calls)));
    return new ObjectMapper().writeValueAsString(object);
  }

  /** Where nobody gets angry or nothing is found, what would be measured of it is null. */
  private static Map<String, Object> calls(CallFigures calls) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("calls", calls.outcomes().size());
    object.put("hours", calls.hours());
    object.put("angryStretches", calls.stretches());
    object.put("foundWithin8s", calls.stretches() > 0 ? calls.foundInTime() : null);
    object.put("found", calls.stretches() > 0 ? calls.found() : null);
    object.put("medianSecondsToAlert", calls.secondsToAlert(0.5).orElse(null));
    object.put("p90SecondsToAlert", calls.secondsToAlert(0.9).orElse(null));
    object.put("falseAlerts", calls.falseAlerts());
    object.put("falseAlertsPerHour", calls.falseAlertsPerHour());
    return object;
  }

  private static void putGroups(Map<String, Object> object, String key, List<Group> groups) {
    if (!groups.isEmpty()) {
      object.put(key, groups(groups));
    }
  }

  private static List<Map<String, Object>> groups(List<Group> groups) {
    return groups.stream()
        .map(
            group -> {
              Map<String, Object> object = new LinkedHashMap<>();
              object.put("name", group.name());
              object.putAll(figures(group.figures()));
              return object;
            })
        .toList();
  }

  private static Map<String, Object> figures(Figures figures) {
    Evaluation evaluation = figures.evaluation();
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("clips", evaluation.clips());
    object.put("accuracy", evaluation.accuracy());
    object.put("uar", evaluation.uar());
    object.put("angerAuc", evaluation.angerAuc());
    object.put("labels", evaluation.labels());
    object.put("confusion", evaluation.confusion());
    object.put("recalls", recalls(evaluation));
    object.put("intervals", figures.intervals());
    object.put("angerRoc", figures.anger().map(EvaluationJson::roc).orElse(null));
    object.put("reliability", figures.reliability());
    return object;
  }

  private static Map<String, Double> recalls(Evaluation evaluation) {
    Map<String, Double> recalls = new LinkedHashMap<>();
    for (int i = 0; i < evaluation.labels().size(); i++) {
      recalls.put(evaluation.labels().get(i), evaluation.recall(i));
    }
    return recalls;
  }

  private static Map<String, Object> roc(RocCurve curve) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("recallAt5PercentFalseAlarms", curve.recallAt(Figures.FALSE_ALARMS));
    object.put("points", curve.points());
    return object;
  }

  private static Double orNull(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }
}
