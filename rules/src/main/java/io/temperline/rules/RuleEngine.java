package io.temperline.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Follows calls with a set of rules. It keeps nothing of a call: the caller keeps the state that it
 * gives and hands it back with the next moment. To replace the rules under a live call, go on with
 * the engine of the new set: rules of the same name go on with their state, and a firing rule that
 * is gone clears. Safe for threads, and deterministic.
 */
public final class RuleEngine {

  /**
   * @param state where the call stands now
   * @param steps what happened, those of rules that are gone first, then in the order of the set
   */
  public record Outcome(CallState state, List<Step> steps) {

    public Outcome {
      steps = List.copyOf(steps);
    }
  }

  private final Map<String, RuleFollower> followers = new LinkedHashMap<>();

  public RuleEngine(RuleSet rules) {
    rules
        .rules()
        .forEach(rule -> followers.put(rule.name(), new RuleFollower(rule, rules.version())));
  }

  /** Takes the call's next window. */
  public Outcome next(CallState state, Moment moment) {
    Map<String, RuleState> after = new LinkedHashMap<>();
    List<Step> steps = new ArrayList<>(clearGone(state, moment.at()));
    followers.forEach(
        (name, follower) -> {
          RuleFollower.Turn turn =
              follower.next(Optional.ofNullable(state.rules().get(name)), moment);
          turn.state().ifPresent(s -> after.put(name, s));
          turn.step().ifPresent(steps::add);
        });
    return new Outcome(new CallState(after), steps);
  }

  /** The call is over, and so are its alerts. */
  public Outcome end(CallState state, Instant at) {
    List<Step> steps = new ArrayList<>();
    state.rules().forEach((name, s) -> clear(s, at, Step.Reason.CALL_ENDED).ifPresent(steps::add));
    return new Outcome(CallState.NEW, steps);
  }

  private List<Step> clearGone(CallState state, Instant at) {
    List<Step> steps = new ArrayList<>();
    state
        .rules()
        .forEach(
            (name, s) -> {
              if (!followers.containsKey(name)) {
                clear(s, at, Step.Reason.RULE_GONE).ifPresent(steps::add);
              }
            });
    return steps;
  }

  private static Optional<Step> clear(RuleState state, Instant at, Step.Reason reason) {
    return state instanceof RuleState.Firing firing
        ? Optional.of(RuleFollower.cleared(firing, at, reason))
        : Optional.empty();
  }
}
