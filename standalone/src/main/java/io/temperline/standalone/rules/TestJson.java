package io.temperline.standalone.rules;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.temperline.standalone.past.AlertJson;
import io.temperline.standalone.past.Difference;
import io.temperline.standalone.past.Judgement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A back-test as one JSON object. Times are ms of the call, or ISO 8601 by the clock. */
final class TestJson {

  private final AlertJson json;

  /**
   * @param onTheClock whether the calls have a time of day; recordings have none
   */
  TestJson(boolean onTheClock) {
    json = new AlertJson(onTheClock);
  }

  String of(Judgement test, Optional<Judgement> against) throws JsonProcessingException {
    Map<String, Object> object = new LinkedHashMap<>(object(test));
    object.put("against", against.map(other -> difference(test, other)).orElse(null));
    return new ObjectMapper().writeValueAsString(object);
  }

  private Map<String, Object> object(Judgement test) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("version", test.rules().version());
    object.put("calls", test.calls());
    object.put("callSeconds", test.time().toMillis() / 1000.0);
    object.put("rules", test.byRule());
    object.put("alerts", json.alerts(test.alerts()));
    return object;
  }

  private Map<String, Object> difference(Judgement test, Judgement other) {
    Difference difference = Difference.between(test.alerts(), other.alerts());
    Map<String, Object> object = new LinkedHashMap<>(object(other));
    object.put("same", difference.same().size());
    object.put("only", json.alerts(difference.onlyFirst()));
    object.put("onlyAgainst", json.alerts(difference.onlySecond()));
    object.put(
        "moved",
        difference.moved().stream()
            .map(moved -> new Moved(json.alert(moved.first()), json.alert(moved.second())))
            .toList());
    return object;
  }

  private record Moved(Map<String, Object> alert, Map<String, Object> against) {}
}
