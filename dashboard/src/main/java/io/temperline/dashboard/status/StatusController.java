package io.temperline.dashboard.status;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.temperline.dashboard.source.SourceMonitor;
import io.temperline.dashboard.source.SourceStatus;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** How the installation fares, for the health page. */
@Controller("/api/status")
@ExecuteOn(TaskExecutors.BLOCKING)
final class StatusController {

  /** However many look at it, the broker is asked so often. */
  private static final Duration FRESH = Duration.ofSeconds(3);

  private final SourceMonitor floor;
  private final SourceMonitor archive;
  private final Pulse pulse;
  private final Cluster cluster;
  private final Clock clock;
  private Answer answer = new Answer(null, Instant.MIN);

  /** What the broker said, and when. */
  private record Answer(Cluster.Standing standing, Instant at) {}

  StatusController(
      SourceMonitor floor,
      @Named("archive") SourceMonitor archive,
      Pulse pulse,
      Cluster cluster,
      Clock clock) {
    this.floor = floor;
    this.archive = archive;
    this.pulse = pulse;
    this.cluster = cluster;
    this.clock = clock;
  }

  /**
   * @param now epoch ms of the dashboard's clock
   * @param askedAt when the broker was asked, epoch ms
   * @param source how the reading of the floor's topics goes
   * @param archive how the reading of the histories goes
   * @param minute the windows of the last minute
   */
  @Serdeable
  record Status(
      long now,
      long askedAt,
      SourceStatus source,
      SourceStatus archive,
      Pulse.Minute minute,
      Cluster.Standing streams) {}

  @Get
  Status status() {
    Answer latest = latest();
    return new Status(
        clock.millis(),
        latest.at().toEpochMilli(),
        floor.status(),
        archive.status(),
        pulse.minute(),
        latest.standing());
  }

  private synchronized Answer latest() {
    if (clock.instant().isAfter(answer.at().plus(FRESH))) {
      answer = new Answer(cluster.standing(), clock.instant());
    }
    return answer;
  }
}
