package io.temperline.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** All that the engine remembers is in the state, and the state is plain data. */
class CarriedStateTest {

  private static final RuleSet SHIPPED = RuleSet.shipped();

  private static final RuleSet NEXT =
      new RuleSetLoader()
          .load(
              RuleSet.shippedYaml()
                  .replace("default-1", "default-2")
                  .replace("name: rising-anger", "name: rising-temper")
                  .replace("for: 2s", "for: 4s"));

  @Test
  void writingAndReadingTheStateBetweenAnyTwoMomentsChangesNothing() {
    Set<String> seen = new TreeSet<>();
    for (int seed = 0; seed < 50; seed++) {
      PhoneCall kept = eventful(seed, UnaryOperator.identity());
      PhoneCall carried =
          eventful(seed, state -> (CallState) PlainData.read(PlainData.write(state)));
      assertThat(carried.steps()).as("call of seed %d", seed).isEqualTo(kept.steps());
      seen.addAll(
          kept.story().stream()
              .map(step -> step.replaceFirst("^\\d+s ", ""))
              .collect(Collectors.toSet()));
    }
    assertThat(seen)
        .as("the calls are eventful")
        .contains(
            "sustained-anger: raised",
            "sustained-anger: worse",
            "sustained-anger: better",
            "sustained-anger: cleared, calm",
            "sustained-anger: cleared, call_ended",
            "rising-anger: cleared, rule_gone",
            "upset-caller-on-hold: cleared, calm",
            "long-silence-after-upset: raised",
            "agent-talks-over-upset-caller: raised",
            "abusive-caller: raised");
  }

  private static PhoneCall eventful(int seed, UnaryOperator<CallState> between) {
    Random random = new Random(seed);
    PhoneCall call = PhoneCall.under(SHIPPED).carrying(between);
    double mood = random.nextDouble();
    for (int i = 0; i < 150; i++) {
      if (random.nextInt(25) == 0) {
        mood = random.nextDouble();
      }
      if (i == 100) {
        call.nowUnder(NEXT);
      }
      call.with("emotions", Map.of("sad", 1 - mood))
          .with("anger_trend_30s", random.nextInt(20) / 10.0 - 0.8)
          .with("valence", -mood / 2)
          .with("silence", Duration.ofSeconds(random.nextInt(12)))
          .with("overlap", random.nextInt(50) / 50.0)
          .with("agent_interrupts", i / 30L)
          .with("caller_interrupts", i / 20L)
          .with("caller_loudness", -20 + 15 * mood)
          .with("on_hold", i % 50 > 40)
          .with("hold", Duration.ofSeconds(i % 50 > 40 ? i % 50 - 10 : 0));
      if (random.nextInt(10) == 0) {
        call.without("valence").without("anger_trend_30s");
      }
      call.with("anger", Math.min(1, mood + random.nextInt(10) / 100.0));
      if (random.nextInt(5) > 0) {
        call.speaksFor(1);
      } else {
        call.isSilentFor(1);
      }
    }
    return call.ends();
  }
}
