package io.temperline.dashboard.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.serde.annotation.Serdeable;
import io.temperline.dashboard.access.Person;
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
   * @param source null for whoever has not logged in
   */
  @Serdeable
  record Health(String status, @Nullable SourceStatus source) {}

  @Get
  Health health(@Nullable Person person) {
    return new Health("UP", person == null ? null : source.status());
  }
}
