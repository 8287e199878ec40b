package io.temperline.dashboard.web;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.serde.annotation.Serdeable;
import io.temperline.dashboard.source.SourceMonitor;
import io.temperline.dashboard.source.SourceStatus;

/** Says that the dashboard runs, and how its reading of the topics goes. */
@Controller("/health")
final class HealthController {

  private final SourceMonitor source;

  HealthController(SourceMonitor source) {
    this.source = source;
  }

  /**
   * @param status UP: the pages are served, whether or not Kafka answers
   */
  @Serdeable
  record Health(String status, SourceStatus source) {}

  @Get
  Health health() {
    return new Health("UP", source.status());
  }
}
