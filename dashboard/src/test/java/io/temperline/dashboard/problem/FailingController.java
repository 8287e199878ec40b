package io.temperline.dashboard.problem;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.temperline.dashboard.source.TestTopics;

/** Fails as nobody expects it. */
@Controller
@Requires(property = TestTopics.PROPERTY)
final class FailingController {

  @Get(uris = {"/api/failing", "/failing"})
  String fail() {
    throw new IllegalStateException("of the inside");
  }
}
