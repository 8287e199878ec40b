package io.temperline.rules;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What is told of one alert from its beginning to its end, whatever becomes of the rule meanwhile.
 *
 * @param rule the rule's name
 * @param version the set of rules that raised it
 * @param basis what the rule asked for
 * @param window the window that raised it: with call and rule it makes the alert's identity
 * @param raisedAt that window's end
 */
public record Alert(
    String rule,
    String version,
    Severity severity,
    Optional<Action> action,
    Map<String, String> labels,
    Basis basis,
    long window,
    Instant raisedAt) {

  public Alert {
    labels = Ordered.copyOf(labels);
  }
}
