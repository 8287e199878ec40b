package io.temperline.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Each shipped rule fires when it should, and is silent in three calls that come near. */
class ShippedRulesTest {

  private static final RuleSet SHIPPED = RuleSet.shipped();

  @Test
  void loadWithTheShippedModelsEmotions() {
    assertThat(SHIPPED.rules())
        .hasSize(6)
        .allSatisfy(r -> assertThat(r.annotations()).isNotEmpty());
  }

  @Nested
  class SustainedAnger {

    private final PhoneCall call = alone("sustained-anger");

    @Test
    void firesAfterTwoSecondsOfSpeechAndClearsAfterFiveCalmOnes() {
      call.isAngryBy(0.3, 1).isSilentFor(4).isAngryBy(0.3, 1).isAngryBy(0.1, 5);
      assertThat(told(call)).containsExactly("6s raised", "7s better", "11s cleared, calm");
      assertThat(call.steps().get(0).annotations().get("summary")).isEqualTo("Anger 0.3 for 2s");
    }

    @Test
    void isSilentJustBelow() {
      assertThat(told(call.isAngryBy(0.299, 60))).isEmpty();
    }

    @Test
    void isSilentOfOutbursts() {
      for (int i = 0; i < 10; i++) {
        call.isAngryBy(0.9, 1).isAngryBy(0.2, 1);
      }
      assertThat(told(call)).isEmpty();
    }

    @Test
    void isSilentOfAngerThatIsOnlyRemembered() {
      assertThat(told(call.isAngryBy(0.9, 1).isSilentFor(60))).isEmpty();
    }
  }

  @Nested
  class RisingAnger {

    private final PhoneCall call = alone("rising-anger").with("anger_trend_30s", 0.12);

    @Test
    void firesOnTheWayUpAndClearsWhenItLevelsOff() {
      call.isAngryBy(0.2, 4).with("anger_trend_30s", 0.0).speaksFor(5);
      assertThat(told(call)).containsExactly("3s raised", "9s cleared, calm");
    }

    @Test
    void isSilentOfAngerThatStays() {
      assertThat(told(call.with("anger_trend_30s", 0.05).isAngryBy(0.25, 60))).isEmpty();
    }

    @Test
    void isSilentOfARiseThatIsStillLow() {
      assertThat(told(call.isAngryBy(0.14, 60))).isEmpty();
    }

    @Test
    void isSilentWhileTheTrendIsNotKnown() {
      assertThat(told(call.without("anger_trend_30s").isAngryBy(0.29, 29))).isEmpty();
    }
  }

  @Nested
  class AgentTalksOverUpsetCaller {

    private final PhoneCall call =
        alone("agent-talks-over-upset-caller")
            .with("overlap", 0.3)
            .with("agent_interrupts", 2L)
            .with("valence", -0.1);

    @Test
    void firesForAngerAndForDispleasure() {
      assertThat(told(call.isAngryBy(0.2, 3).with("overlap", 0.0).isSilentFor(10)))
          .containsExactly("3s raised", "4s better", "13s cleared, calm");
      assertThat(
              told(
                  alone("agent-talks-over-upset-caller")
                      .with("overlap", 0.3)
                      .with("agent_interrupts", 2L)
                      .with("valence", -0.3)
                      .isAngryBy(0.0, 3)))
          .containsExactly("3s raised");
    }

    @Test
    void isSilentOfALivelyTalkWithAContentCaller() {
      assertThat(told(call.isAngryBy(0.1, 60))).isEmpty();
    }

    @Test
    void isSilentWhereTheCallerCutsIn() {
      assertThat(told(call.with("agent_interrupts", 1L).isAngryBy(0.5, 60))).isEmpty();
    }

    @Test
    void isSilentWhereTheyTakeTurns() {
      assertThat(told(call.with("overlap", 0.1).isAngryBy(0.5, 60))).isEmpty();
    }
  }

  @Nested
  class LongSilenceAfterUpset {

    private final PhoneCall call =
        alone("long-silence-after-upset").with("on_hold", false).with("valence", -0.1);

    @Test
    void firesInTheSilenceAndClearsWhenSomebodySpeaks() {
      call.with("silence", seconds(0)).isAngryBy(0.5, 3);
      call.with("silence", seconds(10)).isSilentFor(1).with("silence", seconds(0)).speaksFor(1);
      assertThat(told(call)).containsExactly("4s raised", "5s cleared, calm");
      assertThat(call.steps().get(0).annotations().get("summary"))
          .isEqualTo("Silent for 10s after the caller was upset");
    }

    @Test
    void isSilentOfAThoughtfulCaller() {
      assertThat(told(call.with("anger", 0.1).with("silence", seconds(30)).isSilentFor(30)))
          .isEmpty();
    }

    @Test
    void isSilentOfABreath() {
      assertThat(told(call.with("anger", 0.5).with("silence", seconds(9)).isSilentFor(30)))
          .isEmpty();
    }

    @Test
    void isSilentOnHold() {
      call.with("anger", 0.5).with("silence", seconds(60)).with("on_hold", true);
      assertThat(told(call.isSilentFor(30))).isEmpty();
    }
  }

  @Nested
  class UpsetCallerOnHold {

    private final PhoneCall call =
        alone("upset-caller-on-hold")
            .with("on_hold", true)
            .with("hold", seconds(30))
            .with("valence", -0.1)
            .with("anger", 0.3);

    @Test
    void firesAndClearsWhenTheCallIsResumed() {
      assertThat(told(call.isSilentFor(5).with("on_hold", false).isSilentFor(1)))
          .containsExactly("1s raised", "6s cleared, calm");
      assertThat(call.steps().get(0).alert().action()).contains(Action.OFFER_CALL_BACK);
    }

    @Test
    void isSilentInAShortHold() {
      assertThat(told(call.with("hold", seconds(29)).isSilentFor(5))).isEmpty();
    }

    @Test
    void isSilentWhereTheCallerIsContent() {
      assertThat(told(call.with("anger", 0.1).isSilentFor(5))).isEmpty();
    }

    @Test
    void isSilentOffHold() {
      assertThat(told(call.with("on_hold", false).with("hold", seconds(0)).isSilentFor(5)))
          .isEmpty();
    }
  }

  @Nested
  class AbusiveCaller {

    private final PhoneCall call =
        alone("abusive-caller").with("caller_loudness", -12.0).with("caller_interrupts", 3L);

    @Test
    void firesAndAdvisesToEndTheCall() {
      call.isAngryBy(0.8, 5).isAngryBy(0.3, 10);
      assertThat(told(call)).containsExactly("5s raised", "6s better", "15s cleared, calm");
      assertThat(call.steps().get(0).alert().action()).contains(Action.ADVISE_ENDING);
    }

    @Test
    void isSilentOfALoudVoiceThatIsNotThatAngry() {
      assertThat(told(call.isAngryBy(0.65, 60))).isEmpty();
    }

    @Test
    void isSilentOfColdAnger() {
      assertThat(told(call.with("caller_loudness", -25.0).isAngryBy(0.9, 60))).isEmpty();
    }

    @Test
    void isSilentWhereTheCallerLetsTheAgentSpeak() {
      assertThat(told(call.with("caller_interrupts", 2L).isAngryBy(0.9, 60))).isEmpty();
    }
  }

  private static Duration seconds(int seconds) {
    return Duration.ofSeconds(seconds);
  }

  private static PhoneCall alone(String name) {
    List<Rule> rules = SHIPPED.rules().stream().filter(r -> r.name().equals(name)).toList();
    return PhoneCall.under(new RuleSet(SHIPPED.version(), SHIPPED.effectiveFrom(), rules))
        .with("emotions", Map.of());
  }

  private static List<String> told(PhoneCall call) {
    return call.story().stream().map(line -> line.replaceFirst(" [a-z-]+:", "")).toList();
  }
}
