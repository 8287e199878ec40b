package io.temperline.dashboard.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.security.rules.SecurityRuleResult;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import io.micronaut.web.router.UriRouteMatch;
import io.temperline.dashboard.access.Doors.Key;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** Lets in whom the {@link Doors} let in, and answers every question itself. */
@Singleton
@Requires(property = "micronaut.security.enabled", value = "true")
final class Doorkeeper implements SecurityRule<HttpRequest<?>> {

  private static final String ASSETS = "/assets/";
  private static final String BEARER = "Bearer ";

  private final People people;
  private final Access access;
  private final Router router;

  Doorkeeper(People people, Access access, Router router) {
    this.people = people;
    this.access = access;
    this.router = router;
  }

  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE;
  }

  @Override
  public Publisher<SecurityRuleResult> check(
      HttpRequest<?> request, @Nullable Authentication session) {
    Optional<Person> person =
        Optional.ofNullable(session)
            .flatMap(known -> people.person(known, people.address(request)));
    return Mono.just(
        mayEnter(request, person) ? SecurityRuleResult.ALLOWED : SecurityRuleResult.REJECTED);
  }

  private boolean mayEnter(HttpRequest<?> request, Optional<Person> person) {
    return RouteAttributes.getRouteInfo(request)
        .map(route -> route instanceof UriRouteInfo<?, ?> known && mayEnter(request, known, person))
        .orElseGet(() -> isAsset(request) || mayBeToldWhatIsWrong(request, person));
  }

  /**
   * Where a request meets no route, whoever has logged in is told whether it is the address, the
   * method or the type, if they may enter a route that is nearly asked for.
   */
  private boolean mayBeToldWhatIsWrong(HttpRequest<?> request, Optional<Person> person) {
    if (person.isEmpty()) {
      return false;
    }
    List<UriRouteInfo<?, ?>> near = near(request);
    return near.isEmpty() || near.stream().anyMatch(route -> mayEnter(request, route, person));
  }

  /** The routes of the address, and of the method too where there are such. */
  private List<UriRouteInfo<?, ?>> near(HttpRequest<?> request) {
    List<UriRouteInfo<?, ?>> ofAddress =
        router.findAny(request).stream()
            .<UriRouteInfo<?, ?>>map(UriRouteMatch::getRouteInfo)
            .toList();
    List<UriRouteInfo<?, ?>> ofMethod =
        ofAddress.stream().filter(route -> isOfMethod(route, request)).toList();
    return ofMethod.isEmpty() ? ofAddress : ofMethod;
  }

  private static boolean isOfMethod(UriRouteInfo<?, ?> route, HttpRequest<?> request) {
    return route.getHttpMethodName().equals(request.getMethodName());
  }

  private boolean mayEnter(
      HttpRequest<?> request, UriRouteInfo<?, ?> route, Optional<Person> person) {
    Optional<Key> key =
        Doors.keyOf(route.getHttpMethodName(), route.getUriMatchTemplate().toString());
    if (key.isEmpty()) {
      return false;
    }
    if (key.get() instanceof Key.Needs needs) {
      return person.filter(known -> known.may(needs.permission())).isPresent();
    }
    return switch ((Key.Special) key.get()) {
      case NONE -> true;
      case LOGIN -> person.isPresent();
      case METRICS -> person.isPresent() || mayReadMetrics(request);
    };
  }

  /** What the pages are made of holds nothing of any call. */
  private static boolean isAsset(HttpRequest<?> request) {
    boolean isRead =
        request.getMethod() == HttpMethod.GET || request.getMethod() == HttpMethod.HEAD;
    return isRead && request.getPath().startsWith(ASSETS);
  }

  private boolean mayReadMetrics(HttpRequest<?> request) {
    AccessSettings.Metrics metrics = access.settings().metrics();
    return metrics.isOpen()
        || metrics.token().filter(token -> bears(request, token.reveal())).isPresent();
  }

  private static boolean bears(HttpRequest<?> request, String token) {
    String header = request.getHeaders().getAuthorization().orElse("");
    return header.startsWith(BEARER)
        && MessageDigest.isEqual(
            header.substring(BEARER.length()).strip().getBytes(UTF_8), token.getBytes(UTF_8));
  }
}
