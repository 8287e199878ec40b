package io.temperline.dashboard.login;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.io.ResourceResolver;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.handlers.LoginHandler;
import io.micronaut.security.handlers.LogoutHandler;
import io.micronaut.serde.annotation.Serdeable;
import io.temperline.dashboard.access.Access;
import io.temperline.dashboard.access.People;
import io.temperline.dashboard.access.Person;
import io.temperline.dashboard.access.User;
import io.temperline.dashboard.audit.Audit;
import io.temperline.dashboard.problem.ProblemDetails;
import io.temperline.dashboard.problem.ProblemType;
import io.temperline.schemas.AuditAction;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Where people log in with a name and a password, and log out. */
@Controller
@Requires(property = "micronaut.security.enabled", value = "true")
final class LoginController {

  /** Tries of one name from one address, and of all names from one address. */
  private static final int TRIES_OF_NAME = 5;

  private static final int TRIES_OF_ADDRESS = 50;
  private static final Duration WITHIN = Duration.ofMinutes(1);
  private static final int LONGEST_NAME = 200;

  private final Access access;
  private final People people;
  private final Audit audit;
  private final LoginHandler<HttpRequest<?>, MutableHttpResponse<?>> logins;
  private final LogoutHandler<HttpRequest<?>, MutableHttpResponse<?>> logouts;
  private final ResourceResolver resources;
  private final Allowance ofName;
  private final Allowance ofAddress;

  LoginController(
      Access access,
      People people,
      Audit audit,
      LoginHandler<HttpRequest<?>, MutableHttpResponse<?>> logins,
      LogoutHandler<HttpRequest<?>, MutableHttpResponse<?>> logouts,
      ResourceResolver resources,
      Clock clock) {
    this.access = access;
    this.people = people;
    this.audit = audit;
    this.logins = logins;
    this.logouts = logouts;
    this.resources = resources;
    this.ofName = new Allowance(TRIES_OF_NAME, WITHIN, clock);
    this.ofAddress = new Allowance(TRIES_OF_ADDRESS, WITHIN, clock);
  }

  /** Which ways in there are. */
  @Serdeable
  record Ways(boolean password, boolean singleSignOn) {}

  @Serdeable
  record Credentials(@Nullable String name, @Nullable String password) {

    @Override
    public String toString() {
      return "Credentials of " + name;
    }
  }

  @Get(value = "/login", produces = MediaType.TEXT_HTML)
  HttpResponse<StreamedFile> page() {
    StreamedFile page =
        new StreamedFile(resources.getResource("classpath:static/login.html").orElseThrow());
    return HttpResponse.ok(page).contentType(MediaType.TEXT_HTML_TYPE);
  }

  @Get("/api/login")
  Ways ways() {
    return new Ways(access.users().isPresent(), access.settings().oidc().isPresent());
  }

  /** 204 and the session's cookie; 401 for a wrong name or password, 429 after too many tries. */
  @Post("/login")
  @ExecuteOn(TaskExecutors.BLOCKING)
  HttpResponse<?> login(HttpRequest<?> request, @Body Credentials credentials) {
    String name = shortened(Optional.ofNullable(credentials.name()).orElse("").strip());
    String password = Optional.ofNullable(credentials.password()).orElse("");
    String address = people.address(request);
    if (!ofAddress.take(address) || !ofName.take(address + " " + name)) {
      return TooMany.response(request, "too many tries to log in", ofName.pause());
    }
    Optional<User> user = access.users().flatMap(users -> users.withPassword(name, password));
    if (user.isEmpty()) {
      audit.loginFailed(name, address);
      return ProblemDetails.response(
          request,
          HttpStatus.UNAUTHORIZED,
          ProblemType.NOT_LOGGED_IN,
          "the name or the password is wrong");
    }
    audit.notes(access.personOf(user.get(), address), AuditAction.LOGGED_IN);
    return withoutContent(logins.loginSuccess(People.session(user.get()), request));
  }

  /** 204, and the cookie is gone. */
  @Post("/logout")
  HttpResponse<?> logout(HttpRequest<?> request, Person person) {
    audit.notes(person, AuditAction.LOGGED_OUT);
    return withoutContent(logouts.logout(request));
  }

  /** Nobody has a longer one, and what is tried is remembered. */
  private static String shortened(String name) {
    return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME + 1) : name;
  }

  /** The handlers lead to pages; here the page decides where to go on. */
  private static MutableHttpResponse<?> withoutContent(MutableHttpResponse<?> response) {
    response.getHeaders().remove(HttpHeaders.LOCATION);
    return response.status(HttpStatus.NO_CONTENT);
  }
}
