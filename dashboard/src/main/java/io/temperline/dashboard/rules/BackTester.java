package io.temperline.dashboard.rules;

import io.temperline.rules.RuleSet;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Tries rule sets on calls of the past; nothing is raised and nothing published. Whoever starts the
 * dashboard hands one over if they have one, as the engine that judges calls is not the
 * dashboard's.
 */
public interface BackTester {

  /** Is told what a back-test does, and throws to end it. */
  interface Meter {

    /** Something that happened to a call is taken. */
    void event();

    /** A window of a call is taken. */
    void window();
  }

  /** How an alert of the one set stands to those of the other. */
  enum Change {
    /** Both raise and clear it at the same times. */
    SAME,
    /** Both raise it, but it begins or ends at another time. */
    MOVED,
    ONLY_TESTED,
    ONLY_AGAINST
  }

  /**
   * An alert that a call would have raised.
   *
   * @param severity in lower case
   * @param raisedAt by the tested set, unless only the other one raises it
   * @param raisedBefore by the other set, where that raises it at another time
   * @param text what it would have told people
   */
  record Alert(
      Change change,
      String call,
      String rule,
      String severity,
      Instant raisedAt,
      Optional<Instant> raisedBefore,
      String text) {}

  /**
   * What two sets say of the same calls.
   *
   * @param calls how many were judged
   * @param time how long they are together
   * @param unreadable records that were passed over as nobody can read them
   * @param alerts of either set, in the order of the calls
   */
  record Outcome(int calls, Duration time, long unreadable, List<Alert> alerts) {

    public Outcome {
      alerts = List.copyOf(alerts);
    }
  }

  /**
   * Returns when all is judged.
   *
   * @param since calls that began then or later
   * @param meter is told of each record before it is judged
   */
  Outcome run(RuleSet tested, RuleSet against, Instant since, Meter meter);
}
