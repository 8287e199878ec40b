package io.temperline.dashboard.problem;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.temperline.dashboard.source.TestTopics;

/** Fails as nobody expects it. */
@Controller("/api/failing")
@Requires(property = TestTopics.PROPERTY)
final class FailingController {

  @Get
  String fail() {
    throw new IllegalStateException("of the inside");
  }
}
