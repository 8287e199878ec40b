package io.temperline.streams;

import static io.temperline.streams.Floor.NINE;
import static io.temperline.streams.Voice.ANGRY;
import static io.temperline.streams.Voice.CALM;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.temperline.schemas.ClearReason;
import io.temperline.schemas.Command;
import io.temperline.schemas.CommandType;
import io.temperline.schemas.Escalation;
import io.temperline.schemas.EscalationStatus;
import io.temperline.schemas.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What rules and people do with one alert, step by step. */
class AlertLifeTest {

  private static final Map<String, String> SETTINGS =
      Map.of("alert.memory.ms", Long.toString(Duration.ofHours(1).toMillis()));

  private final Floor floor = Floor.open(SETTINGS);
  private final PhoneCall call = floor.call("ada").starts();
  private int commands;

  @AfterEach
  void close() {
    floor.close();
  }

  @Test
  void aRuleTellsWhyItRaisesAnAlertAndWhatToDo() {
    Escalation raised = raised();

    assertThat(raised.getStatus()).isEqualTo(EscalationStatus.RAISED);
    assertThat(raised.getRule()).isEqualTo("sustained-anger");
    assertThat(raised.getRuleVersion()).isEqualTo("default-1");
    assertThat(raised.getRecommendedAction()).isNotBlank();
    assertThat(raised.getQueue()).isEqualTo("billing");
    assertThat(raised.getAnnotations().get("summary")).startsWith("Anger 0.");
    assertThat(raised.getEvidence().getExpression()).isEqualTo("anger >= 0.3");
    assertThat(raised.getEvidence().getThreshold()).isEqualTo(0.3f);
    assertThat(raised.getEvidence().getLevel()).isGreaterThan(0.3f);
    assertThat((double) raised.getEvidence().getFigures().get("anger")).isGreaterThan(0.3);
    assertThat(raised.getBy()).isNull();
  }

  @Test
  void whatPeopleDoIsAStepWithWhoAndWhen() {
    Escalation raised = raised();

    does(ask(CommandType.ACKNOWLEDGE, raised).setNote("on my way"));
    does(ask(CommandType.JUDGE, raised).setVerdict(Verdict.FALSE_ALARM).setBy("bea"));
    does(ask(CommandType.NOTE, raised).setNote("only loud"));

    assertThat(floor.escalations())
        .extracting(
            Escalation::getStatus, Escalation::getBy, Escalation::getNote, Escalation::getVerdict)
        .containsExactly(
            tuple(EscalationStatus.ACKNOWLEDGED, "olga", "on my way", null),
            tuple(EscalationStatus.JUDGED, "bea", null, Verdict.FALSE_ALARM),
            tuple(EscalationStatus.NOTED, "olga", "only loud", Verdict.FALSE_ALARM));
  }

  @Test
  void theFirstToAcknowledgeTakesCareOfIt() {
    Escalation raised = raised();

    does(ask(CommandType.ACKNOWLEDGE, raised));
    does(ask(CommandType.ACKNOWLEDGE, raised).setBy("bea"));

    assertThat(floor.escalations())
        .extracting(Escalation::getBy, Escalation::getAcknowledgedBy)
        .containsExactly(tuple("olga", "olga"), tuple("bea", "olga"));
  }

  @Test
  void theRuleGoesOnWithWhatPeopleDid() {
    Escalation raised = raised();
    does(ask(CommandType.ACKNOWLEDGE, raised));
    does(ask(CommandType.JUDGE, raised).setVerdict(Verdict.RIGHT));
    floor.forgetWhatWasTold();

    call.callerSpeaks(CALM, ofSeconds(15));

    Escalation cleared = last(floor.escalations());
    assertThat(cleared.getStatus()).isEqualTo(EscalationStatus.CLEARED);
    assertThat(cleared.getClearedBecause()).isEqualTo(ClearReason.CALM);
    assertThat(cleared.getClearedAt()).isEqualTo(cleared.getAt());
    assertThat(cleared.getEvidence().getLevel()).isLessThan(0.15f);
    assertThat(anger(cleared.getAnnotations().get("summary"))).isGreaterThan(0.3);
    assertThat(cleared.getAcknowledgedBy()).isEqualTo("olga");
    assertThat(cleared.getVerdict()).isEqualTo(Verdict.RIGHT);
    assertThat(cleared.getBy()).isNull();
  }

  /** Of a summary such as "Anger 0.51 for 2s". */
  private static double anger(String summary) {
    return Double.parseDouble(summary.split(" ")[1]);
  }

  @Test
  void aCommandThatComesTwiceCountsOnce() {
    Command acknowledge = ask(CommandType.ACKNOWLEDGE, raised()).build();

    floor.receive(acknowledge);
    floor.receive(acknowledge);

    assertThat(floor.escalations()).hasSize(1);
  }

  @Test
  void aSnoozedAlertWakesWhenItsTimeIsOver() {
    Escalation raised = raised();
    does(
        ask(CommandType.SNOOZE, raised)
            .setAt(raised.getAt())
            .setSnoozeUntil(raised.getAt().plusSeconds(30)));
    floor.forgetWhatWasTold();

    call.callerSpeaks(ANGRY, ofSeconds(15));
    assertThat(floor.escalations()).allMatch(step -> step.getSnoozedUntil() != null);
    call.callerSpeaks(ANGRY, ofSeconds(15));

    List<Escalation> woken = floor.escalations();
    assertThat(woken).hasSize(1);
    assertThat(woken.get(0).getStatus()).isEqualTo(EscalationStatus.UPDATED);
    assertThat(woken.get(0).getTurn()).isNull();
    assertThat(woken.get(0).getSnoozedUntil()).isNull();
    assertThat(woken.get(0).getAt())
        .isBetween(raised.getAt().plusSeconds(30), raised.getAt().plusSeconds(31));
  }

  @Test
  void anAlertCanBeJudgedWhenTheCallIsOver() {
    Escalation raised = raised();
    call.ends();
    floor.waits(ofSeconds(2));
    floor.forgetWhatWasTold();

    does(ask(CommandType.JUDGE, raised).setVerdict(Verdict.RIGHT));

    Escalation judged = last(floor.escalations());
    assertThat(judged.getVerdict()).isEqualTo(Verdict.RIGHT);
    assertThat(judged.getClearedBecause()).isEqualTo(ClearReason.CALL_ENDED);
  }

  @Test
  void anAlertThatIsTooLongAgoOrNeverWasCannotBeJudged() {
    Escalation raised = raised();
    call.ends();
    floor.waits(ofSeconds(2));
    floor.standsStill(Duration.ofHours(2));
    floor.forgetWhatWasTold();

    does(ask(CommandType.JUDGE, raised).setVerdict(Verdict.RIGHT));
    does(ask(CommandType.ACKNOWLEDGE, raised).setEscalationId("ada/no-such-rule/7"));

    assertThat(floor.escalations()).isEmpty();
    assertThat(floor.counted("unusable-commands")).isEqualTo(2);
    assertThat(floor.keysInStores().get("alerts")).isEmpty();
  }

  @Test
  void aCommandThatLacksWhatItNeedsIsADeadLetter() {
    Escalation raised = raised();

    does(ask(CommandType.SNOOZE, raised));
    does(ask(CommandType.JUDGE, raised));
    does(ask(CommandType.NOTE, raised));
    does(ask(CommandType.ACKNOWLEDGE, raised).setEscalationId(null));
    does(ask(CommandType.ACKNOWLEDGE, raised).setBy(" "));
    does(ask(CommandType.UNKNOWN, raised));

    assertThat(floor.escalations()).isEmpty();
    assertThat(floor.deadLetters())
        .extracting(letter -> new String(letter.headers().lastHeader("temperline.cause").value()))
        .containsExactly(
            "SNOOZE needs a snoozeUntil after its own time",
            "JUDGE needs a verdict",
            "NOTE needs a note",
            "ACKNOWLEDGE needs an escalationId",
            "a command needs a commandId and who asks",
            "unknown type of command");
  }

  @Test
  void anErasedCallsAlertsAreClearedAndForgotten() {
    Escalation raised = raised();

    does(ask(CommandType.ERASE_CALL, raised).setEscalationId(null));

    Escalation cleared = last(floor.escalations());
    assertThat(cleared.getStatus()).isEqualTo(EscalationStatus.CLEARED);
    assertThat(cleared.getClearedBecause()).isEqualTo(ClearReason.ERASED);
    assertThat(cleared.getBy()).isEqualTo("olga");
    assertThat(floor.keysInStores().get("alerts")).isEmpty();
    assertThat(floor.keysInStores().get("escalation-state")).isEmpty();
  }

  private Escalation raised() {
    call.callerSpeaks(CALM, ofSeconds(5)).callerSpeaks(ANGRY, ofSeconds(10));
    List<Escalation> steps =
        floor.escalations().stream()
            .filter(step -> step.getRule().equals("sustained-anger"))
            .toList();
    floor.forgetWhatWasTold();
    return steps.get(0);
  }

  private Command.Builder ask(CommandType type, Escalation about) {
    commands++;
    return Command.newBuilder()
        .setCommandId("command-" + commands)
        .setType(type)
        .setAt(NINE.plusSeconds(30))
        .setBy("olga")
        .setCallId(about.getCallId())
        .setEscalationId(about.getEscalationId());
  }

  private void does(Command.Builder command) {
    floor.receive(command.build());
  }

  private static Escalation last(List<Escalation> steps) {
    return steps.get(steps.size() - 1);
  }
}
