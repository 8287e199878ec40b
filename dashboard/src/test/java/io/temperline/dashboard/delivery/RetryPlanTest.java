package io.temperline.dashboard.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryPlanTest {

  private static final RandomGenerator NO_JITTER = () -> 0;

  private final RetryPlan plan = new RetryPlan(9, Duration.ofSeconds(1), Duration.ofSeconds(10));

  @Test
  void waitsTwiceAsLongEachTimeUpToTheLongest() {
    assertThat(IntStream.rangeClosed(1, 6).mapToObj(n -> plan.wait(n, Optional.empty(), NO_JITTER)))
        .extracting(Duration::toSeconds)
        .containsExactly(1L, 2L, 4L, 8L, 10L, 10L);
    assertThat(plan.wait(1_000_000, Optional.empty(), NO_JITTER)).hasSeconds(10);
  }

  @Test
  void chanceTakesUpToHalfOfIt() {
    RandomGenerator random = new SplittableRandom(1);
    assertThat(
            IntStream.range(0, 200)
                .mapToLong(i -> plan.wait(3, Optional.empty(), random).toMillis()))
        .allMatch(wait -> wait >= 2_000 && wait <= 4_000)
        .anyMatch(wait -> wait < 2_500)
        .anyMatch(wait -> wait > 3_500);
  }

  @Test
  void waitsAsLongAsTheTargetAsksButNotForEver() {
    assertThat(plan.wait(1, Optional.of(Duration.ofSeconds(7)), NO_JITTER)).hasSeconds(7);
    assertThat(plan.wait(3, Optional.of(Duration.ofSeconds(2)), NO_JITTER)).hasSeconds(4);
    assertThat(plan.wait(1, Optional.of(Duration.ofDays(9)), NO_JITTER)).hasSeconds(10);
  }
}
