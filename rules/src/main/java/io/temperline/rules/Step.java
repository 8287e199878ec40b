package io.temperline.rules;

import java.time.Instant;
import java.util.Map;

/** A step in the life of an alert. */
public sealed interface Step {

  Alert alert();

  /** When it happened, in event time. */
  Instant at();

  /** Text for people, by name. */
  Map<String, String> annotations();

  Evidence evidence();

  /** The rule has held for long enough. */
  record Raised(Alert alert, Instant at, Map<String, String> annotations, Evidence evidence)
      implements Step {

    public Raised {
      annotations = Ordered.copyOf(annotations);
    }
  }

  /** The value that the rule watches has changed by its step. */
  record Updated(
      Alert alert, Instant at, Map<String, String> annotations, Evidence evidence, Turn turn)
      implements Step {

    public Updated {
      annotations = Ordered.copyOf(annotations);
    }
  }

  /** It is over. Unless it calmed down, annotations and evidence are as last known. */
  record Cleared(
      Alert alert, Instant at, Map<String, String> annotations, Evidence evidence, Reason reason)
      implements Step {

    public Cleared {
      annotations = Ordered.copyOf(annotations);
    }
  }

  /** Which way a value went. */
  enum Turn {
    WORSE,
    BETTER
  }

  /** Why an alert is over. */
  enum Reason {
    CALM,
    OUT_OF_SCOPE,
    /** The set that is now in force has no rule of that name. */
    RULE_GONE,
    CALL_ENDED
  }
}
