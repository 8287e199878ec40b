package io.temperline.dashboard.login;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.server.util.DefaultHttpHostResolver;
import io.micronaut.http.server.util.HttpHostResolver;
import io.temperline.dashboard.access.Access;
import jakarta.inject.Singleton;
import java.net.URI;

/**
 * The address under which people see the dashboard, for the provider to lead back to: behind a
 * proxy a request does not tell it.
 */
@Singleton
@Replaces(DefaultHttpHostResolver.class)
@Requires(property = "access.address")
final class PublicAddress implements HttpHostResolver {

  private final String address;

  PublicAddress(Access access) {
    URI uri = access.settings().address().orElseThrow();
    this.address = uri.getScheme() + "://" + uri.getRawAuthority();
  }

  @Override
  @SuppressWarnings("rawtypes") // as the interface has it
  public String resolve(@Nullable HttpRequest request) {
    return address;
  }
}
