package io.temperline.dashboard.delivery;

import io.temperline.dashboard.delivery.channel.Step;
import io.temperline.schemas.ClearReason;
import io.temperline.schemas.Escalation;
import io.temperline.schemas.EscalationStatus;
import io.temperline.schemas.Evidence;
import io.temperline.schemas.Severity;
import io.temperline.schemas.TrustedClasses;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** An alert about no call, to try a target with. */
final class SampleAlert {

  private static final Duration LENGTH = Duration.ofSeconds(1);

  private SampleAlert() {}

  /**
   * @param step RAISED or CLEARED; both of one run are of one alert
   */
  static Escalation at(Step step, Instant now) {
    TrustedClasses.trustOurs();
    Instant raisedAt = now.truncatedTo(ChronoUnit.MINUTES);
    boolean cleared = step == Step.CLEARED;
    return Escalation.newBuilder()
        .setCallId("sample")
        .setEscalationId("sample/" + raisedAt)
        .setStatus(cleared ? EscalationStatus.CLEARED : EscalationStatus.RAISED)
        .setAt(cleared ? now.plus(LENGTH) : now)
        .setRaisedAt(raisedAt)
        .setRule("sample")
        .setRuleVersion("sample")
        .setSeverity(Severity.INFO)
        .setRecommendedAction("Nothing: somebody tries whether alerts arrive.")
        .setEvidence(new Evidence("anger", 0.5f, 0.5f, 0.3f, 2.0, 0L, 1L, "", Map.of()))
        .setClearedBecause(cleared ? ClearReason.CALM : null)
        .setClearedAt(cleared ? now.plus(LENGTH) : null)
        .setAnnotations(Map.of("summary", "A sample, to try this target. There is no such call."))
        .build();
  }
}
