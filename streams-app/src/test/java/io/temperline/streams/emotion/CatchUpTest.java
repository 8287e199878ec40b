package io.temperline.streams.emotion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CatchUpTest {

  private static final long NINE = 32_400_000;
  private static final long FRAME_MS = 20;

  private final CatchUp catchUp = new CatchUp(Duration.ofSeconds(15));
  private long nowMs = NINE;
  private long endsAtMs = NINE;
  private int shown;

  @Test
  void framesThatComeAsTheyAreSpokenShowNothing() {
    hear(3000, 20, 0);

    assertThat(shown).isZero();
  }

  @Test
  void aGatewayWhoseClockIsBehindShowsNothing() {
    endsAtMs -= 7_200_000;
    hear(3000, 20, 0);

    assertThat(shown).isZero();
  }

  @Test
  void burstsShowNothing() {
    for (int burst = 0; burst < 60; burst++) {
      nowMs += 5000;
      hear(250, 0, 0);
    }

    assertThat(shown).isZero();
  }

  @Test
  void aBacklogShowsUntilItIsHeard() {
    hear(500, 20, 0);
    nowMs += 60_000;
    hear(3000, 1, 0);
    assertThat(shown).as("of 57 s heard in 3 s, all but the first 15").isBetween(2100, 2300);

    shown = 0;
    hear(500, 20, 0);
    assertThat(shown).isZero();
  }

  @Test
  void aFrameOfTheFutureHidesNoBacklogAfterIt() {
    hear(500, 20, 0);
    hear(1, 20, 36_000_000);
    nowMs += 60_000;
    hear(3000, 1, 0);

    assertThat(shown).isGreaterThan(2100);
  }

  private void hear(int frames, long wallMsEach, long aheadMs) {
    for (int i = 0; i < frames; i++) {
      nowMs += wallMsEach;
      endsAtMs += FRAME_MS;
      if (catchUp.isShownBy(endsAtMs + aheadMs, nowMs)) {
        shown++;
      }
    }
  }
}
