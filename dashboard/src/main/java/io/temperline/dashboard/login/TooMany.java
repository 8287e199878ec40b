package io.temperline.dashboard.login;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.temperline.dashboard.problem.ProblemDetails;
import io.temperline.dashboard.problem.ProblemType;
import java.time.Duration;

/** What is answered to whoever asks too often. */
final class TooMany {

  private TooMany() {}

  static MutableHttpResponse<?> response(HttpRequest<?> request, String what, Duration pause) {
    long seconds = Math.max(1, pause.toSeconds());
    HttpResponse<ProblemDetails> problem =
        ProblemDetails.response(
            request,
            HttpStatus.TOO_MANY_REQUESTS,
            ProblemType.TOO_MANY,
            "%s: try again in %d s".formatted(what, seconds));
    return problem.toMutableResponse().header(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
  }
}
