package io.temperline.standalone.faults;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a scenario did and what came of it.
 *
 * @param facts figures by what they are, in the order in which they are told
 */
record FaultReport(String scenario, Map<String, Object> facts, List<Verdict> verdicts) {

  boolean allHold() {
    return verdicts.stream().allMatch(Verdict::holds);
  }

  String text() {
    return scenario
        + facts.entrySet().stream()
            .map(fact -> "%n  %s: %s".formatted(fact.getKey(), fact.getValue()))
            .collect(Collectors.joining())
        + verdicts.stream()
            .map(
                verdict ->
                    "%n  %s  %s: %s"
                        .formatted(
                            verdict.holds() ? "holds " : "FAILED",
                            verdict.property(),
                            verdict.found()))
            .collect(Collectors.joining());
  }

  String json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("scenario", scenario);
    json.put("facts", facts);
    json.put("verdicts", verdicts);
    json.put("allHold", allHold());
    try {
      return JsonMapper.builder().build().writeValueAsString(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("numbers and texts could not be written as JSON", e);
    }
  }
}
