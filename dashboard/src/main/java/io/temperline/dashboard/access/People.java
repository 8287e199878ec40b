package io.temperline.dashboard.access;

import io.micronaut.context.annotation.Property;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.server.util.HttpClientAddressResolver;
import io.micronaut.security.authentication.Authentication;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Knows who sends a request. A session of the users file says only who it is: roles and queues are
 * those of the file that was read at the start, so that who is taken out of it is out. One of
 * single sign-on says both, until it ends.
 */
@Singleton
public final class People {

  private static final String BY_SIGN_ON = "signOn";
  private static final String QUEUES = "queues";

  private final Access access;
  private final HttpClientAddressResolver addresses;
  private final String issuer;

  People(
      Access access,
      HttpClientAddressResolver addresses,
      @Property(name = "micronaut.application.name") String issuer) {
    this.access = access;
    this.addresses = addresses;
    this.issuer = issuer;
  }

  /** Empty where nobody is logged in. */
  public Optional<Person> sending(HttpRequest<?> request) {
    if (access.isOpen()) {
      return Optional.of(Person.everybody(address(request)));
    }
    return request
        .getUserPrincipal(Authentication.class)
        .flatMap(session -> person(session, address(request)));
  }

  /** Empty where the session is none of this dashboard, or its owner is not known any more. */
  public Optional<Person> person(Authentication session, String address) {
    Map<String, Object> claims = session.getAttributes();
    // A provider's own tokens are signed by keys that are known here, but are no sessions.
    if (!issuer.equals(claims.get("iss"))) {
      return Optional.empty();
    }
    Instant until = claims.get("exp") instanceof Date end ? end.toInstant() : null;
    Set<Role> masked = access.settings().mask();
    if (Boolean.TRUE.equals(claims.get(BY_SIGN_ON))) {
      return access
          .settings()
          .oidc()
          .map(
              oidc ->
                  Person.of(
                      session.getName(),
                      roles(session.getRoles()),
                      Optional.ofNullable(claims.get(QUEUES)).map(People::texts),
                      masked,
                      address,
                      until));
    }
    return access
        .users()
        .flatMap(users -> users.named(session.getName()))
        .map(user -> Person.of(user.name(), user.roles(), user.queues(), masked, address, until));
  }

  /** Where the request comes from. */
  public String address(HttpRequest<?> request) {
    return Optional.ofNullable(addresses.resolve(request)).orElse("unknown");
  }

  /** A session of somebody of the users file. */
  public static Authentication session(User user) {
    return Authentication.build(user.name());
  }

  /**
   * A session of somebody whom the provider knows.
   *
   * @param queues the only ones that are seen; absent for all
   */
  public static Authentication signedOn(
      String name, Set<Role> roles, Optional<Set<String>> queues) {
    List<String> words = roles.stream().map(Role::word).sorted().toList();
    Map<String, Object> claims =
        queues
            .<Map<String, Object>>map(names -> Map.of(BY_SIGN_ON, true, QUEUES, List.copyOf(names)))
            .orElseGet(() -> Map.of(BY_SIGN_ON, true));
    return Authentication.build(name, words, claims);
  }

  /** Those of the words that are roles. */
  public static Set<Role> roles(Collection<String> words) {
    return words.stream().map(Role::of).flatMap(Optional::stream).collect(Collectors.toSet());
  }

  private static Set<String> texts(Object claim) {
    return claim instanceof Collection<?> all
        ? all.stream().map(String::valueOf).collect(Collectors.toSet())
        : Set.of();
  }
}
