package io.temperline.dashboard.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.serde.annotation.Serdeable;
import io.temperline.rules.Problem;
import java.util.List;

/**
 * Why a request was not met, after RFC 9457.
 *
 * @param title the same for all of its kind
 * @param detail what it was this time, and what to do about it
 * @param problems with a rule set, where that was refused
 */
@Serdeable
public record ProblemDetails(
    String title,
    int status,
    String detail,
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
      HttpStatus status, String title, String detail) {
    return response(status, title, detail, List.of());
  }

  public static HttpResponse<ProblemDetails> response(
      HttpStatus status, String title, String detail, List<Place> problems) {
    return HttpResponse.<ProblemDetails>status(status)
        .contentType(MediaType.APPLICATION_JSON_PROBLEM_TYPE)
        .body(new ProblemDetails(title, status.getCode(), detail, problems));
  }
}
