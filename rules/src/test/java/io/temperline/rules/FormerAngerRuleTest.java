package io.temperline.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The shipped {@code sustained-anger} raises and clears exactly when the rule did that was built in
 * before rules were data; {@link Former} is that rule at its defaults.
 */
class FormerAngerRuleTest {

  private static final int CALLS = 200;
  private static final int WINDOWS = 300;

  private final RuleSet rules =
      new RuleSet(
          "v1",
          java.util.Optional.empty(),
          RuleSet.shipped().rules().stream()
              .filter(r -> r.name().equals("sustained-anger"))
              .toList());

  @ParameterizedTest
  @ValueSource(ints = {1000, 500, 250})
  void raisesAndClearsAtTheSameMoments(int hopMs) {
    int steps = 0;
    for (int seed = 0; seed < CALLS; seed++) {
      List<Window> call = randomCall(new Random(seed), hopMs);
      List<String> former = former(call);
      assertThat(now(call)).as("call of seed %d", seed).isEqualTo(former);
      steps += former.size();
    }
    assertThat(steps).as("the calls are eventful").isGreaterThan(CALLS);
  }

  private record Window(Instant endsAt, Duration hop, boolean scored, float anger) {}

  /** Anger wanders, with a liking for the two thresholds and the floats beside them. */
  private static List<Window> randomCall(Random random, int hopMs) {
    float[] edges = {
      0.3f, Math.nextDown(0.3f), Math.nextUp(0.3f), 0.15f, Math.nextDown(0.15f), Math.nextUp(0.15f)
    };
    double mood = random.nextDouble();
    List<Window> windows = new ArrayList<>();
    for (int i = 1; i <= WINDOWS; i++) {
      mood += random.nextInt(40) == 0 ? random.nextDouble() - mood : 0.02 * random.nextGaussian();
      mood = Math.min(1, Math.max(0, mood));
      float anger =
          random.nextInt(4) == 0
              ? edges[random.nextInt(edges.length)]
              : (float) Math.min(1, mood * mood);
      windows.add(
          new Window(
              PhoneCall.BEGINNING.plusMillis((long) i * hopMs),
              Duration.ofMillis(hopMs),
              random.nextInt(5) > 0,
              anger));
    }
    return windows;
  }

  private List<String> now(List<Window> call) {
    RuleEngine engine = new RuleEngine(rules);
    CallState state = CallState.NEW;
    List<String> steps = new ArrayList<>();
    long number = 0;
    for (Window window : call) {
      Moment moment =
          new Moment(
              window.endsAt(),
              window.hop(),
              window.scored(),
              number++,
              Map.of("anger", (double) window.anger()));
      RuleEngine.Outcome outcome = engine.next(state, moment);
      state = outcome.state();
      outcome.steps().stream()
          .filter(step -> !(step instanceof Step.Updated))
          .map(step -> "%s %s".formatted(step.getClass().getSimpleName(), step.at()))
          .forEach(steps::add);
    }
    return steps;
  }

  private static List<String> former(List<Window> call) {
    Former rule = new Former();
    call.stream().filter(Window::scored).forEach(rule::take);
    return rule.steps;
  }

  private static final class Former {

    private static final float RAISE_AT = 0.3f;
    private static final float CLEAR_BELOW = 0.15f;

    private final List<String> steps = new ArrayList<>();
    private boolean raised;
    private double heldSeconds;
    private double calmSeconds;
    private Instant coolUntil = Instant.MIN;

    void take(Window window) {
      double seconds = window.hop().toMillis() / 1000.0;
      if (raised) {
        calmSeconds = window.anger() < CLEAR_BELOW ? calmSeconds + seconds : 0;
        if (calmSeconds >= 5) {
          raised = false;
          heldSeconds = 0;
          coolUntil = window.endsAt().plusSeconds(30);
          steps.add("Cleared " + window.endsAt());
        }
        return;
      }
      boolean holds = window.anger() >= RAISE_AT && !window.endsAt().isBefore(coolUntil);
      heldSeconds = holds ? heldSeconds + seconds : 0;
      if (holds && heldSeconds >= 2) {
        raised = true;
        calmSeconds = 0;
        steps.add("Raised " + window.endsAt());
      }
    }
  }
}
