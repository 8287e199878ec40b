package io.temperline.dashboard.login;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.temperline.dashboard.access.Access;
import io.temperline.dashboard.problem.ProblemDetails;
import io.temperline.dashboard.problem.ProblemType;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/**
 * Refuses changes that a page of somebody else asks a browser for. Browsers say where a request
 * comes from, in {@code Sec-Fetch-Site} or at least in {@code Origin}, and pages cannot make them
 * lie; what is no browser sends neither, and has nobody's cookie either. An open dashboard answers
 * to names of this machine alone, so that no page can reach it under a name of its own.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class Origins implements Ordered {

  private static final Set<HttpMethod> CHANGES_NOTHING =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

  /** Single sign-on may come back in a form of the provider's; its state is checked there. */
  private static final String CALLBACK = "/oauth/callback/";

  private final Access access;

  Origins(Access access) {
    this.access = access;
  }

  /** Only after what adds the headers, so that a refusal has them too. */
  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE + 1;
  }

  @RequestFilter
  @Nullable
  HttpResponse<?> check(HttpRequest<?> request) {
    if (access.isOpen() && !isThisMachine(request.getHeaders().get(HttpHeaders.HOST))) {
      return refused(
          request,
          "without a login this dashboard answers only to localhost: set access.users or"
              + " access.oidc (docs/access.md)");
    }
    boolean isChange = !CHANGES_NOTHING.contains(request.getMethod());
    if (isChange && !request.getPath().startsWith(CALLBACK) && isFromElsewhere(request)) {
      return refused(request, "only pages of this dashboard may change something");
    }
    return null;
  }

  private static boolean isFromElsewhere(HttpRequest<?> request) {
    String site = request.getHeaders().get("Sec-Fetch-Site");
    if (site != null) {
      return !site.equals("same-origin") && !site.equals("none");
    }
    String origin = request.getHeaders().get(HttpHeaders.ORIGIN);
    return origin != null && !authority(origin).equals(request.getHeaders().get(HttpHeaders.HOST));
  }

  private static String authority(String origin) {
    try {
      return String.valueOf(new URI(origin).getRawAuthority());
    } catch (URISyntaxException e) {
      return "";
    }
  }

  private static boolean isThisMachine(@Nullable String host) {
    String name = host == null ? "" : host.toLowerCase(Locale.ROOT).replaceFirst(":\\d*$", "");
    return host == null || THIS_MACHINE.contains(name);
  }

  private static HttpResponse<?> refused(HttpRequest<?> request, String detail) {
    return ProblemDetails.response(
        request, HttpStatus.FORBIDDEN, ProblemType.NOT_FROM_THERE, detail);
  }
}
