package io.temperline.standalone.rescore;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.temperline.standalone.past.AlertJson;
import java.util.LinkedHashMap;
import java.util.Map;

/** What another model would have changed, as one JSON object. */
final class RescoringJson {

  private final AlertJson alerts;

  /**
   * @param onTheClock whether the calls have a time of day; recordings have none
   */
  RescoringJson(boolean onTheClock) {
    alerts = new AlertJson(onTheClock);
  }

  /**
   * @param before the one model, by name and version
   * @param now the other
   */
  String of(Rescoring rescoring, String before, String now) throws JsonProcessingException {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("before", before);
    object.put("now", now);
    object.putAll(object(rescoring.changes()));
    object.put("rules", rescoring.now().rules().version());
    object.put("alertsBefore", rescoring.before().alerts().size());
    object.put("alertsNow", rescoring.now().alerts().size());
    object.put("alertsSame", rescoring.alerts().same().size());
    object.put("onlyNow", alerts.alerts(rescoring.alerts().onlyFirst()));
    object.put("onlyBefore", alerts.alerts(rescoring.alerts().onlySecond()));
    object.put(
        "moved",
        rescoring.alerts().moved().stream()
            .map(
                moved ->
                    Map.of(
                        "now", alerts.alert(moved.first()), "before", alerts.alert(moved.second())))
            .toList());
    return new ObjectMapper().writeValueAsString(object);
  }

  private static Map<String, Object> object(Changes changes) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("calls", changes.calls());
    object.put("windows", changes.windows());
    object.put("windowsOnlyBefore", changes.onlyBefore());
    object.put("windowsOnlyNow", changes.onlyNow());
    object.put("scored", changes.scored());
    object.put("scoredOnlyBefore", changes.scoredBefore());
    object.put("scoredOnlyNow", changes.scoredNow());
    object.put("turned", changes.turned());
    object.put("turns", changes.turns());
    Map<String, Object> emotions = new LinkedHashMap<>();
    changes
        .emotions()
        .forEach(emotion -> emotions.put(emotion.name(), emotion.shift().orElse(null)));
    object.put("emotions", emotions);
    object.put("valence", changes.valence().orElse(null));
    object.put("arousal", changes.arousal().orElse(null));
    return object;
  }
}
