package io.temperline.dashboard.web;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.server.types.files.FileCustomizableResponseType;

/**
 * Tells browsers to load and run nothing but what this server sends, and to pass nothing on; and
 * everybody to keep no answer that does not say otherwise. Files say so themselves, later.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class SecurityHeaders implements Ordered {

  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; "
          + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  /** Before whatever may refuse a request: only who comes before sees the refusal. */
  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE;
  }

  @ResponseFilter
  void add(MutableHttpResponse<?> response) {
    response
        .header("Content-Security-Policy", POLICY)
        .header("X-Content-Type-Options", "nosniff")
        .header("Referrer-Policy", "no-referrer")
        .header("Cross-Origin-Opener-Policy", "same-origin")
        .header("Cross-Origin-Resource-Policy", "same-origin");
    if (!saysWhetherToKeep(response)) {
      response.header(HttpHeaders.CACHE_CONTROL, "no-store");
    }
  }

  private static boolean saysWhetherToKeep(HttpResponse<?> response) {
    return response.getHeaders().contains(HttpHeaders.CACHE_CONTROL)
        || response.code() == HttpStatus.NOT_MODIFIED.getCode()
        || response.body() instanceof FileCustomizableResponseType;
  }
}
