package io.temperline.dashboard.access;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** The access settings in Micronaut Security's words. */
public final class SecurityProperties {

  /** Where a single sign-on begins is {@code /oauth/login/} and this. */
  public static final String CLIENT = "oidc";

  static final String COOKIE = "temperline-session";

  private static final String SECURITY = "micronaut.security.";
  private static final String SIGNATURE = SECURITY + "token.jwt.signatures.secret.generator.";
  private static final String OAUTH = SECURITY + "oauth2.";

  private SecurityProperties() {}

  public static Map<String, Object> of(AccessSettings access) {
    Map<String, Object> properties = new HashMap<>();
    properties.put(SECURITY + "enabled", !access.isOpen());
    if (!access.isOpen()) {
      addSessions(properties, access);
      access.oidc().ifPresent(oidc -> addOidc(properties, oidc, access));
    }
    return properties;
  }

  private static void addSessions(Map<String, Object> properties, AccessSettings access) {
    properties.put(SECURITY + "authentication", "cookie");
    // What is not listed in Doors is closed in any case; these are not even there.
    for (String endpoint : new String[] {"login", "logout", "oauth", "keys", "introspection"}) {
      properties.put(SECURITY + "endpoints." + endpoint + ".enabled", false);
    }
    properties.put(OAUTH + "protected-resource-metadata.enabled", false);
    properties.put(SECURITY + "basic-auth.enabled", false);
    properties.put(SECURITY + "token.bearer.enabled", false);
    properties.put(
        SIGNATURE + "secret",
        access.secret().map(secret -> secret.reveal()).orElseGet(SecurityProperties::madeUp));
    properties.put(SIGNATURE + "jws-algorithm", "HS256");
    long seconds = access.session().toSeconds();
    properties.put(SECURITY + "token.generator.access-token.expiration", seconds);
    String cookie = SECURITY + "token.cookie.";
    properties.put(cookie + "cookie-name", COOKIE);
    properties.put(cookie + "cookie-max-age", seconds + "s");
    properties.put(cookie + "cookie-http-only", true);
    // Not Strict: one who comes by a link in an alert's mail would have to log in each time.
    properties.put(cookie + "cookie-same-site", "Lax");
    if (access.isSecure()) {
      properties.put(cookie + "cookie-secure", true);
    }
    properties.put(SECURITY + "redirect.login-success", "/");
    properties.put(SECURITY + "redirect.login-failure", "/login?refused");
  }

  private static void addOidc(Map<String, Object> properties, Oidc oidc, AccessSettings access) {
    String client = OAUTH + "clients." + CLIENT + ".";
    properties.put(client + "client-id", oidc.clientId());
    properties.put(client + "client-secret", oidc.clientSecret().reveal());
    properties.put(client + "openid.issuer", oidc.issuer().toString());
    properties.put(client + "openid.end-session.enabled", false);
    for (String cookie : new String[] {"state.cookie.", "openid.nonce.cookie.", "pkce.cookie."}) {
      properties.put(OAUTH + cookie + "cookie-http-only", true);
      if (access.isSecure()) {
        properties.put(OAUTH + cookie + "cookie-secure", true);
      }
    }
  }

  private static String madeUp() {
    byte[] bytes = new byte[48];
    new SecureRandom().nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }
}
