package io.temperline.dashboard.login;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.context.ServerRequestContext;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.authentication.AuthenticationResponse;
import io.micronaut.security.oauth2.configuration.OpenIdClientConfiguration;
import io.micronaut.security.oauth2.endpoint.authorization.state.State;
import io.micronaut.security.oauth2.endpoint.token.response.OpenIdAuthenticationMapper;
import io.micronaut.security.oauth2.endpoint.token.response.OpenIdClaims;
import io.micronaut.security.oauth2.endpoint.token.response.OpenIdTokenResponse;
import io.temperline.dashboard.access.Access;
import io.temperline.dashboard.access.Oidc;
import io.temperline.dashboard.access.People;
import io.temperline.dashboard.access.Person;
import io.temperline.dashboard.access.Role;
import io.temperline.dashboard.access.SecurityProperties;
import io.temperline.dashboard.access.Sight;
import io.temperline.dashboard.audit.Audit;
import io.temperline.schemas.AuditAction;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Makes a session of what the provider says of somebody. Who has none of our roles has no session.
 */
@Singleton
@Named(SecurityProperties.CLIENT)
@Requires(beans = OpenIdClientConfiguration.class)
final class SignOn implements OpenIdAuthenticationMapper {

  private static final Logger log = LoggerFactory.getLogger(SignOn.class);

  /** Stands for every queue. */
  private static final String ALL = "*";

  private final Oidc oidc;
  private final People people;
  private final Audit audit;

  SignOn(Access access, People people, Audit audit) {
    this.people = people;
    this.oidc = access.settings().oidc().orElseThrow();
    this.audit = audit;
  }

  @Override
  public Publisher<AuthenticationResponse> createAuthenticationResponse(
      String provider, OpenIdTokenResponse tokens, OpenIdClaims claims, State state) {
    return Mono.just(response(claims.getClaims(), claims.getSubject()));
  }

  private AuthenticationResponse response(Map<String, Object> claims, String subject) {
    String name = text(claim(claims, oidc.name())).orElse(subject);
    Set<Role> roles = People.roles(texts(claim(claims, oidc.roles())));
    Optional<Set<String>> queues =
        oidc.queues()
            .map(claim -> Set.copyOf(texts(claim(claims, claim))))
            .filter(names -> !names.contains(ALL));
    if (roles.isEmpty()) {
      log.warn("{} signed on, and has none of our roles in the claim {}", name, oidc.roles());
      audit.loginFailed(name, address());
      return AuthenticationResponse.failure("no role");
    }
    Person person = new Person(name, roles, new Sight(queues, false), false, address(), null);
    audit.notes(person, AuditAction.LOGGED_IN);
    Authentication session = People.signedOn(name, roles, queues);
    return AuthenticationResponse.success(
        session.getName(), session.getRoles(), session.getAttributes());
  }

  private String address() {
    return ServerRequestContext.currentRequest().map(people::address).orElse("unknown");
  }

  /** Dots lead into objects, where there is no claim of the whole name. */
  private static Object claim(Map<?, ?> claims, String name) {
    if (claims.containsKey(name)) {
      return claims.get(name);
    }
    Object found = claims;
    for (String step : Arrays.asList(name.split("\\."))) {
      found = found instanceof Map<?, ?> map ? map.get(step) : null;
    }
    return found;
  }

  private static Optional<String> text(Object claim) {
    return Optional.ofNullable(claim).map(String::valueOf).filter(text -> !text.isBlank());
  }

  private static List<String> texts(Object claim) {
    return claim instanceof Collection<?> all
        ? all.stream().map(String::valueOf).collect(Collectors.toList())
        : text(claim).map(List::of).orElse(List.of());
  }
}
