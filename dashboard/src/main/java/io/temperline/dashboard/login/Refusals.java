package io.temperline.dashboard.login;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.http.uri.UriBuilder;
import io.micronaut.security.authentication.AuthorizationException;
import io.micronaut.security.authentication.DefaultAuthorizationExceptionHandler;
import io.temperline.dashboard.access.People;
import io.temperline.dashboard.access.Person;
import io.temperline.dashboard.audit.Audit;
import io.temperline.dashboard.problem.ProblemDetails;
import io.temperline.dashboard.problem.ProblemPage;
import io.temperline.dashboard.problem.ProblemType;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Answers whoever may not: a browser that wants a page is led to the login, others are told 401
 * where nobody is logged in, and 403 where somebody is.
 */
@Singleton
@Replaces(DefaultAuthorizationExceptionHandler.class)
@Requires(property = "micronaut.security.enabled", value = "true")
final class Refusals implements ExceptionHandler<AuthorizationException, MutableHttpResponse<?>> {

  private final People people;
  private final Audit audit;
  private final ProblemPage page;

  Refusals(People people, Audit audit, ProblemPage page) {
    this.people = people;
    this.audit = audit;
    this.page = page;
  }

  @Override
  @SuppressWarnings("rawtypes") // as the interface has it
  public MutableHttpResponse<?> handle(HttpRequest request, AuthorizationException refusal) {
    HttpRequest<?> asked = (HttpRequest<?>) request;
    Optional<Person> person =
        Optional.ofNullable(refusal.getAuthentication())
            .flatMap(session -> people.person(session, people.address(asked)));
    if (person.isPresent()) {
      audit.denies(person.get(), null, asked.getMethodName() + " " + asked.getPath());
      return forbidden(asked);
    }
    if (wantsPage(asked)) {
      return HttpResponse.seeOther(
          UriBuilder.of("/login").queryParam("to", asked.getUri()).build());
    }
    return problem(asked, HttpStatus.UNAUTHORIZED, ProblemType.NOT_LOGGED_IN, "log in at /login");
  }

  private MutableHttpResponse<?> forbidden(HttpRequest<?> request) {
    return ProblemPage.isWanted(request)
        ? page.in(HttpResponse.ok(), HttpStatus.FORBIDDEN)
        : problem(
            request, HttpStatus.FORBIDDEN, ProblemType.NOT_ALLOWED, "your roles do not allow that");
  }

  private static boolean wantsPage(HttpRequest<?> request) {
    return request.getMethod() == HttpMethod.GET
        && request.accept().contains(MediaType.TEXT_HTML_TYPE);
  }

  private static MutableHttpResponse<?> problem(
      HttpRequest<?> request, HttpStatus status, ProblemType type, String detail) {
    return ProblemDetails.response(request, status, type, detail).toMutableResponse();
  }
}
