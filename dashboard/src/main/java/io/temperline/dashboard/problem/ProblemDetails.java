package io.temperline.dashboard.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.serde.annotation.Serdeable;
import io.temperline.rules.Problem;
import java.util.List;

/**
 * Why a request was not met, after RFC 9457.
 *
 * @param type the kind for programs: a {@link ProblemType}'s, or {@code about:blank} where the
 *     status says all
 * @param title the same for all of its kind
 * @param detail what it was this time, and what to do about it
 * @param instance the path that was asked for; left out where it cannot be read
 * @param problems with a rule set, where that was refused
 */
@Serdeable
public record ProblemDetails(
    String type,
    String title,
    int status,
    String detail,
    @Nullable @JsonInclude(JsonInclude.Include.NON_NULL) String instance,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Place> problems) {

  /**
   * One thing that is wrong in a file.
   *
   * @param line from 1
   * @param column from 1
   */
  @Serdeable
  public record Place(int line, int column, String message) {

    public static List<Place> of(List<Problem> problems) {
      return problems.stream()
          .map(problem -> new Place(problem.line(), problem.column(), problem.message()))
          .toList();
    }
  }

  public static HttpResponse<ProblemDetails> response(
      HttpRequest<?> request, HttpStatus status, ProblemType type, String detail) {
    return response(request, status, type, detail, List.of());
  }

  public static HttpResponse<ProblemDetails> response(
      HttpRequest<?> request,
      HttpStatus status,
      ProblemType type,
      String detail,
      List<Place> problems) {
    return HttpResponse.<ProblemDetails>status(status)
        .contentType(MediaType.APPLICATION_JSON_PROBLEM_TYPE)
        .body(
            new ProblemDetails(
                type.uri(),
                type.title(),
                status.getCode(),
                detail,
                request.getUri().getRawPath(),
                problems));
  }

  static ProblemDetails ofHttp(HttpStatus status, String detail, @Nullable String instance) {
    return new ProblemDetails(
        "about:blank", status.getReason(), status.getCode(), detail, instance, List.of());
  }
}
