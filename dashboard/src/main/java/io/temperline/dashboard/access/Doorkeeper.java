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
import io.micronaut.web.router.UriRouteInfo;
import io.temperline.dashboard.access.Doors.Key;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
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

  Doorkeeper(People people, Access access) {
    this.people = people;
    this.access = access;
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
        .filter(UriRouteInfo.class::isInstance)
        .map(route -> (UriRouteInfo<?, ?>) route)
        .map(route -> mayEnter(request, route, person))
        .orElseGet(() -> isAsset(request));
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
