package io.temperline.rules;

import java.util.Map;

/**
 * Where a call stands with its rules. Immutable, and all that the engine remembers.
 *
 * @param rules by the rule's name; a rule that has nothing going is absent
 */
public record CallState(Map<String, RuleState> rules) {

  /** The state of a call that begins. */
  public static final CallState NEW = new CallState(Map.of());

  public CallState {
    rules = Ordered.copyOf(rules);
  }
}
