package io.temperline.dashboard.access;

import io.micronaut.context.env.Environment;
import io.micronaut.context.env.PropertySource;
import io.micronaut.context.env.PropertySource.PropertyConvention;
import io.micronaut.core.naming.NameUtils;
import io.temperline.dashboard.settings.Secret;
import io.temperline.dashboard.settings.SecretSource;
import io.temperline.dashboard.settings.Settings;
import io.temperline.dashboard.settings.Settings.UnusableSettingException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Who may come in, as {@code access} says.
 *
 * @param users the file of those with a password
 * @param secret signs the sessions; absent for one that is made up at each start
 * @param mask roles from which customers are hidden; auditors always are among them
 * @param address under which people see the dashboard
 * @param session how long a login lasts
 * @param metrics who may read the metrics without a login
 */
public record AccessSettings(
    Optional<String> users,
    Optional<Oidc> oidc,
    Optional<Secret> secret,
    Set<Role> mask,
    Optional<URI> address,
    Duration session,
    Metrics metrics) {

  private static final String ROOT = "access";
  private static final int SHORTEST_SECRET = 32;
  private static final Set<String> KEYS =
      new TreeSet<>(
          Set.of(
              "users",
              "secret",
              "mask",
              "address",
              "session",
              "metrics",
              "oidc.issuer",
              "oidc.client-id",
              "oidc.client-secret",
              "oidc.name-claim",
              "oidc.roles-claim",
              "oidc.queues-claim"));

  /**
   * Who may read the metrics without a login.
   *
   * @param isOpen everybody
   * @param token whoever bears it
   */
  public record Metrics(boolean isOpen, Optional<Secret> token) {}

  /**
   * @throws UnusableAccessException where they cannot be used
   */
  public static AccessSettings read(Environment environment) {
    Settings settings = new Settings(environment, new SecretSource(System::getenv), ROOT);
    try {
      requireKnown(environment, settings);
      AccessSettings access =
          new AccessSettings(
              settings.text("users"),
              oidc(settings),
              secret(settings),
              mask(settings),
              settings.address("address"),
              settings.duration(
                  "session", Duration.ofHours(12), Duration.ofMinutes(1), Duration.ofDays(30)),
              metrics(settings));
      access.requireSomebody(environment, settings);
      return access;
    } catch (UnusableSettingException e) {
      throw new UnusableAccessException(ROOT + "." + e.getMessage());
    }
  }

  /** Whether nobody has to log in. */
  public boolean isOpen() {
    return users.isEmpty() && oidc.isEmpty();
  }

  /**
   * @param host that is listened on; empty for all
   * @throws UnusableAccessException where others could come in that nobody knows
   */
  public void requireFitFor(String host) {
    if (isOpen() && !isLoopback(host)) {
      throw new UnusableAccessException(
          "%s can be reached from other machines, and there is no login: set access.users or"
                  .formatted(host.isEmpty() ? "every address" : host)
              + " access.oidc (docs/access.md), or listen on 127.0.0.1");
    }
  }

  /** Whether browsers come by HTTPS, as far as the settings tell. */
  public boolean isSecure() {
    return address.filter(uri -> uri.getScheme().equals("https")).isPresent();
  }

  private static boolean isLoopback(String host) {
    try {
      return !host.isEmpty() && InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private void requireSomebody(Environment environment, Settings settings) {
    boolean isThere = names(environment).findAny().isPresent();
    if (isOpen() && isThere) {
      throw settings.problem("users", "and access.oidc are missing: give one of them, or both");
    }
  }

  private static Optional<Oidc> oidc(Settings settings) {
    Optional<URI> issuer = settings.address("oidc.issuer");
    if (issuer.isEmpty()) {
      if (settings.text("oidc.client-id").isPresent()) {
        throw settings.problem("oidc.issuer", "is missing: give the provider's address");
      }
      return Optional.empty();
    }
    return Optional.of(
        new Oidc(
            issuer.get(),
            settings.required("oidc.client-id", "the name that the provider knows this client by"),
            settings.requiredSecret("oidc.client-secret"),
            settings.text("oidc.name-claim").orElse("preferred_username"),
            settings.text("oidc.roles-claim").orElse("roles"),
            settings.text("oidc.queues-claim")));
  }

  private static Optional<Secret> secret(Settings settings) {
    Optional<Secret> secret = settings.secret("secret");
    if (secret.filter(given -> given.bytes() < SHORTEST_SECRET).isPresent()) {
      throw settings.problem(
          "secret",
          "has fewer than %d bytes: make one with 'openssl rand -base64 48'"
              .formatted(SHORTEST_SECRET));
    }
    return secret;
  }

  private static Set<Role> mask(Settings settings) {
    return Stream.concat(
            Stream.of(Role.AUDITOR),
            settings.list("mask").stream()
                .map(
                    word ->
                        Role.of(word)
                            .orElseThrow(
                                () ->
                                    settings.problem(
                                        "mask",
                                        "has '%s': there are %s".formatted(word, Role.words())))))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Metrics metrics(Settings settings) {
    boolean isOpen = settings.text("metrics").filter("open"::equals).isPresent();
    return new Metrics(isOpen, isOpen ? Optional.empty() : settings.secret("metrics"));
  }

  private static void requireKnown(Environment environment, Settings settings) {
    List<String> strangers =
        names(environment)
            .map(name -> name.substring(ROOT.length() + 1).replaceAll("\\[\\d+\\].*", ""))
            .filter(key -> !KEYS.contains(NameUtils.hyphenate(key, true)))
            .toList();
    if (!strangers.isEmpty()) {
      throw settings.problem(
          strangers.get(0), "means nothing: there are " + String.join(", ", KEYS));
    }
  }

  /** What is set; of environment variables one cannot tell which of their underscores are dots. */
  private static Stream<String> names(Environment environment) {
    return environment.getPropertySources().stream()
        .filter(source -> source.getConvention() == PropertyConvention.JAVA_PROPERTIES)
        .flatMap(AccessSettings::namesIn)
        .filter(name -> name.startsWith(ROOT + "."));
  }

  private static Stream<String> namesIn(PropertySource source) {
    return StreamSupport.stream(source.spliterator(), false);
  }
}
