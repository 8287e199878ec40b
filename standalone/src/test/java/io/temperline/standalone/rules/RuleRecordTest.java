package io.temperline.standalone.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.temperline.schemas.Escalation;
import io.temperline.schemas.EscalationStatus;
import io.temperline.schemas.Evidence;
import io.temperline.schemas.Severity;
import io.temperline.schemas.TrustedClasses;
import io.temperline.schemas.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How often rules were right. */
class RuleRecordTest {

  static {
    TrustedClasses.trustOurs();
  }

  private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

  private int alerts;

  @Test
  void verdictsAreCountedByRuleAndVersion() {
    List<RuleRecord> records =
        RuleRecord.of(
            List.of(
                alert("loud", "1", Verdict.RIGHT, 10L),
                alert("loud", "1", Verdict.FALSE_ALARM, null),
                alert("loud", "1", null, 40L),
                alert("loud", "2", null, null),
                alert("held", "1", Verdict.RIGHT, 30L)));

    assertThat(records)
        .extracting(RuleRecord::rule, RuleRecord::version)
        .extracting(Object::toString)
        .containsExactly("(\"held\", \"1\")", "(\"loud\", \"1\")", "(\"loud\", \"2\")");
    RuleRecord loud = records.get(1);
    assertThat(loud.alerts()).isEqualTo(3);
    assertThat(loud.judged()).isEqualTo(2);
    assertThat(loud.right()).isEqualTo(1);
    assertThat(loud.falseAlarms()).isEqualTo(1);
    assertThat(loud.precision().orElseThrow().value()).isEqualTo(0.5);
    assertThat(loud.toAcknowledge()).contains(Duration.ofSeconds(25));
    assertThat(records.get(2).precision()).isEmpty();
    assertThat(records.get(2).toAcknowledge()).isEmpty();
  }

  /** Brown, Cai and DasGupta (2001) and any table of Wilson's interval have these. */
  @Test
  void theIntervalIsWilsons() {
    assertShare(Share.of(8, 10), 0.8, 0.4902, 0.9433);
    assertShare(Share.of(0, 10), 0, 0, 0.2775);
    assertShare(Share.of(10, 10), 1, 0.7225, 1);
    assertShare(Share.of(1, 1), 1, 0.2065, 1);
  }

  private static void assertShare(Share share, double value, double low, double high) {
    assertThat(share.value()).isEqualTo(value);
    assertThat(share.low()).isEqualTo(low, within(0.0001));
    assertThat(share.high()).isEqualTo(high, within(0.0001));
  }

  private Escalation alert(String rule, String version, Verdict verdict, Long acknowledgedAfter) {
    alerts++;
    return Escalation.newBuilder()
        .setCallId("ada")
        .setEscalationId("ada/%s/%d".formatted(rule, alerts))
        .setStatus(EscalationStatus.RAISED)
        .setAt(NINE)
        .setRaisedAt(NINE)
        .setRule(rule)
        .setRuleVersion(version)
        .setSeverity(Severity.INFO)
        .setRecommendedAction("")
        .setEvidence(
            Evidence.newBuilder()
                .setEmotion("")
                .setLevel(0)
                .setPeak(0)
                .setThreshold(0)
                .setSpeechSeconds(0)
                .setFirstWindow(0)
                .setLastWindow(0)
                .build())
        .setVerdict(verdict)
        .setAcknowledgedAt(acknowledgedAfter == null ? null : NINE.plusSeconds(acknowledgedAfter))
        .build();
  }
}
