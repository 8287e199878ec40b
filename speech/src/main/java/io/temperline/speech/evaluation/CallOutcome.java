package io.temperline.speech.evaluation;

import io.temperline.speech.evaluation.ComposedCall.Stretch;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The alerts of a call, held against what was put into it.
 *
 * @param lengthMs how long the call is
 * @param anger when the caller is angry; empty where never
 * @param alertsMs when alerts were raised, milliseconds of the call's audio, in order
 */
public record CallOutcome(long lengthMs, Optional<Stretch> anger, List<Long> alertsMs) {

  /** A window of 3 s that ends so long after the anger still holds some of it. */
  static final long AFTERMATH_MS = 3_000;

  public CallOutcome {
    alertsMs = List.copyOf(alertsMs);
  }

  /** From the beginning of the anger to its first alert; empty where it is missed. */
  public OptionalLong timeToAlertMs() {
    return alertsMs.stream()
        .filter(this::isDue)
        .mapToLong(alert -> alert - anger.orElseThrow().fromMs())
        .findFirst();
  }

  /** Alerts raised where there is no anger. */
  public long falseAlerts() {
    return alertsMs.stream().filter(alert -> !isDue(alert)).count();
  }

  private boolean isDue(long alertMs) {
    return anger
        .filter(stretch -> alertMs >= stretch.fromMs())
        .filter(stretch -> alertMs <= stretch.toMs() + AFTERMATH_MS)
        .isPresent();
  }
}
