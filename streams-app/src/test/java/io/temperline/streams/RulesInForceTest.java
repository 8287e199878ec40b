package io.temperline.streams;

import static io.temperline.streams.Floor.NINE;
import static io.temperline.streams.Voice.ANGRY;
import static io.temperline.streams.Voice.CALM;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.temperline.schemas.ClearReason;
import io.temperline.schemas.Escalation;
import io.temperline.schemas.EscalationStatus;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which rules a call is under, and since when. */
class RulesInForceTest {

  private static final String LOUD =
      "  - {name: loud, expr: anger >= 0.5, severity: info, action: offer-call-back}\n";

  private final Floor floor = Floor.open();

  @AfterEach
  void close() {
    floor.close();
  }

  @Test
  void beforeAnySetIsPublishedTheShippedOneIsInForce() {
    anAngryCall("ada");

    assertThat(floor.escalations())
        .extracting(Escalation::getRule, Escalation::getRuleVersion)
        .contains(tuple("sustained-anger", "default-1"));
  }

  @Test
  void aPublishedSetTakesTheShippedOnesPlace() {
    floor.publish("mine-1", NINE.minusSeconds(60), LOUD);

    anAngryCall("ada");

    assertThat(floor.escalations())
        .extracting(Escalation::getRule, Escalation::getRuleVersion)
        .containsOnly(tuple("loud", "mine-1"));
  }

  @Test
  void aLiveCallIsUnderTheNewRulesFromTheirTimeOn() {
    PhoneCall call = floor.call("ada").starts().callerSpeaks(CALM, ofSeconds(5));
    floor.publish("mine-1", NINE.plusSeconds(20), LOUD);
    call.callerSpeaks(ANGRY, ofSeconds(30));

    List<Escalation> steps = floor.escalations();
    assertThat(steps.get(0).getRuleVersion()).isEqualTo("default-1");
    assertThat(steps.get(0).getAt()).isBefore(NINE.plusSeconds(20));
    Escalation gone = firstOf(steps, EscalationStatus.CLEARED);
    assertThat(gone.getClearedBecause()).isEqualTo(ClearReason.RULE_GONE);
    assertThat(gone.getAt()).isEqualTo(NINE.plusSeconds(20));
    assertThat(steps)
        .filteredOn(step -> step.getRule().equals("loud"))
        .first()
        .extracting(Escalation::getAt)
        .isEqualTo(NINE.plusSeconds(20));
  }

  @Test
  void aCallIsJudgedByTheRulesOfItsTimeWheneverItIsHeard() {
    floor.publish("later", NINE.plusSeconds(3600), LOUD);
    floor.publish("earlier", NINE.minusSeconds(3600), LOUD.replace("loud", "noisy"));

    anAngryCall("ada");

    assertThat(floor.escalations()).extracting(Escalation::getRuleVersion).containsOnly("earlier");
  }

  @Test
  void aSetThatIsWithdrawnLeavesThePlaceToTheOneBefore() {
    floor.publish("first", NINE.minusSeconds(60), LOUD);
    floor.publish("second", NINE.minusSeconds(30), LOUD);
    floor.withdraw("second");

    anAngryCall("ada");

    assertThat(floor.escalations()).extracting(Escalation::getRuleVersion).containsOnly("first");
  }

  @Test
  void aSetThatIsRemovedFromTheTopicIsGoneToo() {
    floor.publish("first", NINE.minusSeconds(60), LOUD);
    floor.publish("second", NINE.minusSeconds(30), LOUD);
    floor.remove("second");

    anAngryCall("ada");

    assertThat(floor.escalations()).extracting(Escalation::getRuleVersion).containsOnly("first");
  }

  @Test
  void aSetThatIsUnusableLeavesTheOldOneInForce() {
    floor.publish("good", NINE.minusSeconds(60), LOUD);
    floor.publish("bad", NINE.minusSeconds(30), LOUD.replace("anger", "angr"));
    floor.publish(
        "no-such-emotion", NINE.minusSeconds(30), LOUD.replace("anger", "emotions['sad']"));

    anAngryCall("ada");

    assertThat(floor.escalations()).extracting(Escalation::getRuleVersion).containsOnly("good");
  }

  @Test
  void aScopeIsOfTheCallsQueue() {
    floor.publish(
        "scoped",
        NINE.minusSeconds(60),
        LOUD.replace("severity", "scope: {queue: [sales]}, severity")
            + LOUD.replace("loud", "billing-loud")
                .replace("severity", "scope: {queue: [billing]}, severity"));

    anAngryCall("ada");

    assertThat(floor.escalations()).extracting(Escalation::getRule).containsOnly("billing-loud");
  }

  private void anAngryCall(String callId) {
    floor.call(callId).starts().callerSpeaks(CALM, ofSeconds(5)).callerSpeaks(ANGRY, ofSeconds(10));
  }

  private static Escalation firstOf(List<Escalation> steps, EscalationStatus status) {
    return steps.stream().filter(step -> step.getStatus() == status).findFirst().orElseThrow();
  }
}
