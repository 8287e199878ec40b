package io.temperline.standalone.rules;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A back-test as one JSON object. Times are ms of the call, or ISO 8601 by the clock. */
final class TestJson {

  private final boolean onTheClock;

  /**
   * @param onTheClock whether the calls have a time of day; recordings have none
   */
  TestJson(boolean onTheClock) {
    this.onTheClock = onTheClock;
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
    object.put("alerts", alerts(test.alerts()));
    return object;
  }

  private Map<String, Object> difference(Judgement test, Judgement other) {
    Difference difference = Difference.between(test.alerts(), other.alerts());
    Map<String, Object> object = new LinkedHashMap<>(object(other));
    object.put("same", difference.same());
    object.put("only", alerts(difference.onlyFirst()));
    object.put("onlyAgainst", alerts(difference.onlySecond()));
    object.put(
        "moved",
        difference.moved().stream()
            .map(moved -> new Moved(alert(moved.first()), alert(moved.second())))
            .toList());
    return object;
  }

  private record Moved(Map<String, Object> alert, Map<String, Object> against) {}

  private List<Map<String, Object>> alerts(List<PastAlert> alerts) {
    return alerts.stream().map(this::alert).toList();
  }

  private Map<String, Object> alert(PastAlert alert) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("call", alert.call());
    object.put("rule", alert.rule());
    object.put("severity", alert.severity());
    object.put("raisedMs", alert.raisedAfter().toMillis());
    object.put("clearedMs", alert.clearedAfter().map(time -> time.toMillis()).orElse(null));
    if (onTheClock) {
      object.put("raisedAt", alert.raisedAt().toString());
      object.put("clearedAt", alert.clearedAt().map(Object::toString).orElse(null));
    }
    object.put("clearedBecause", alert.clearedBecause().orElse(null));
    object.put("text", alert.text());
    return object;
  }
}
