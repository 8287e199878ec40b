package io.temperline.streams.emotion;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IdleClockTest {

  private static final long NINE = 32_400_000;

  private final IdleClock clock = new IdleClock(NINE);

  @Test
  void itCountsFromTheAssignment() {
    clock.tick(NINE + 250);
    clock.tick(NINE + 700);

    assertThat(clock.now()).isEqualTo(700);
  }

  @Test
  void timeInWhichTheTaskDidNothingAtAllDoesNotCount() {
    clock.tick(NINE + 250);
    clock.tick(NINE + 60_250);

    assertThat(clock.now()).as("but for the longest tick").isEqualTo(1250);
  }

  @Test
  void itDoesNotGoBackWithTheWallClock() {
    clock.tick(NINE + 500);
    clock.tick(NINE - 3_600_000);
    clock.tick(NINE - 3_600_000 + 250);

    assertThat(clock.now()).isEqualTo(750);
  }
}
