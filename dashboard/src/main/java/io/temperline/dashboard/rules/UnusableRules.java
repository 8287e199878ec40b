package io.temperline.dashboard.rules;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.temperline.dashboard.problem.ProblemDetails;
import io.temperline.dashboard.problem.ProblemDetails.Place;
import io.temperline.dashboard.problem.ProblemType;
import io.temperline.rules.UnusableRulesException;
import jakarta.inject.Singleton;

/** Says what is wrong with a set, and where. */
@Singleton
final class UnusableRules
    implements ExceptionHandler<UnusableRulesException, HttpResponse<ProblemDetails>> {

  @Override
  @SuppressWarnings("rawtypes") // as the interface has it
  public HttpResponse<ProblemDetails> handle(HttpRequest request, UnusableRulesException error) {
    return ProblemDetails.response(
        request,
        HttpStatus.UNPROCESSABLE_ENTITY,
        ProblemType.RULES_UNUSABLE,
        error.problems().get(0).toString(),
        Place.of(error.problems()));
  }
}
