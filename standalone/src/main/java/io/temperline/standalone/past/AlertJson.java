package io.temperline.standalone.past;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Alerts of past calls for programs. Times are ms of the call, or ISO 8601 by the clock. */
public final class AlertJson {

  private final boolean onTheClock;

  /**
   * @param onTheClock whether the calls have a time of day; recordings have none
   */
  public AlertJson(boolean onTheClock) {
    this.onTheClock = onTheClock;
  }

  public List<Map<String, Object>> alerts(List<PastAlert> alerts) {
    return alerts.stream().map(this::alert).toList();
  }

  public Map<String, Object> alert(PastAlert alert) {
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
