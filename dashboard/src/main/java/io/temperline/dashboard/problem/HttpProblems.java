package io.temperline.dashboard.problem;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;
import java.net.URISyntaxException;

/**
 * What Micronaut itself cannot meet is a problem too. Only a browser that asked for one of the
 * pages gets a page.
 */
@Singleton
@Replaces(ErrorResponseProcessor.class)
final class HttpProblems implements ErrorResponseProcessor<Object> {

  private final ProblemPage page;

  HttpProblems(ProblemPage page) {
    this.page = page;
  }

  @Override
  @SuppressWarnings("unchecked") // what is in the response is one of any type
  public MutableHttpResponse<Object> processResponse(
      ErrorContext error, MutableHttpResponse<?> response) {
    HttpRequest<?> request = error.getRequest();
    if (request.getMethod() == HttpMethod.HEAD) {
      return (MutableHttpResponse<Object>) response;
    }
    if (isReadable(error) && ProblemPage.isWanted(request)) {
      return (MutableHttpResponse<Object>) page.in(response, response.status());
    }
    return response
        .<Object>body(problem(error, response.status()))
        .contentType(MediaType.APPLICATION_JSON_PROBLEM_TYPE);
  }

  private static ProblemDetails problem(ErrorContext error, HttpStatus status) {
    String path = isReadable(error) ? error.getRequest().getUri().getRawPath() : null;
    return ProblemDetails.ofHttp(status, HttpComplaint.about(error, status), path);
  }

  /** An address that is no URI is not passed on: what is there in its place says nothing. */
  private static boolean isReadable(ErrorContext error) {
    return error.getRootCause().filter(URISyntaxException.class::isInstance).isEmpty();
  }
}
