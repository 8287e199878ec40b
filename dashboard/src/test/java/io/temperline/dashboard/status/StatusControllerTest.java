package io.temperline.dashboard.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.temperline.dashboard.source.SourceMonitor;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** How the installation fares, asked by several at once. */
class StatusControllerTest {

  private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

  /** Somebody else asks while an answer is put together, as a thread of theirs might. */
  private final class InterruptingClock extends Clock {
    private Instant now = NINE;
    private boolean armed;

    @Override
    public long millis() {
      if (armed) {
        armed = false;
        now = now.plusSeconds(10);
        controller.status();
      }
      return now.toEpochMilli();
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  private final InterruptingClock clock = new InterruptingClock();
  private final Clock another = Clock.fixed(NINE, ZoneOffset.UTC);
  private final StatusController controller =
      new StatusController(
          new SourceMonitor(another),
          new SourceMonitor(another),
          new Pulse(another),
          () -> new Cluster.Standing("asked at " + clock.now, "STABLE", 0L, 0L, 0L, null),
          clock);

  @Test
  void saysOfEachStandingWhenItWasAskedFor() {
    clock.armed = true;
    StatusController.Status status = controller.status();

    assertThat(status.streams().group()).isEqualTo("asked at " + NINE);
    assertThat(status.askedAt()).isEqualTo(NINE.toEpochMilli());
  }
}
