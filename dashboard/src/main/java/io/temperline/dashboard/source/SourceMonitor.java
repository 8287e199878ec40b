package io.temperline.dashboard.source;

import io.micronaut.context.annotation.Primary;
import io.temperline.dashboard.source.SourceStatus.State;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Knows how the reading of the topics goes, and logs each turn of it once. Thread-safe. */
@Singleton
@Primary
public final class SourceMonitor {

  private static final Logger log = LoggerFactory.getLogger(SourceMonitor.class);

  private final Clock clock;
  private SourceStatus status;

  public SourceMonitor(Clock clock) {
    this.clock = clock;
    this.status = new SourceStatus(State.CONNECTING, clock.millis(), "", 0);
  }

  public synchronized SourceStatus status() {
    return status;
  }

  synchronized void catchingUp() {
    turn(State.CATCHING_UP, "");
  }

  synchronized void live() {
    if (turn(State.LIVE, "")) {
      log.info("Reading the topics live");
    }
  }

  /**
   * @param detail what is away, in one sentence without a full stop
   */
  synchronized void away(String detail) {
    if (turn(State.AWAY, detail)) {
      log.warn("{}; trying again", detail);
    }
  }

  public synchronized void unreadable(String topic, int partition, long offset, String cause) {
    log.warn("Passed over a record of {} at {}-{}: {}", topic, partition, offset, cause);
    status =
        new SourceStatus(status.state(), status.since(), status.detail(), status.unreadable() + 1);
  }

  private boolean turn(State state, String detail) {
    if (status.state() == state && status.detail().equals(detail)) {
      return false;
    }
    status = new SourceStatus(state, clock.millis(), detail, status.unreadable());
    return true;
  }
}
