package io.temperline.dashboard.login;

import io.micronaut.context.BeanContext;
import io.micronaut.context.exceptions.DisabledBeanException;
import io.micronaut.inject.qualifiers.Qualifiers;
import io.micronaut.security.oauth2.client.OpenIdProviderMetadata;
import io.temperline.dashboard.access.AccessSettings;
import io.temperline.dashboard.access.Oidc;
import io.temperline.dashboard.access.SecurityProperties;
import io.temperline.dashboard.access.UnusableAccessException;

/**
 * Asks the provider of single sign-on who it is, before anybody can come in: later the threads that
 * serve requests must not wait for it.
 */
public final class ProviderCheck {

  private ProviderCheck() {}

  /**
   * @throws UnusableAccessException where there is one and it does not answer
   */
  public static void requireAnswer(BeanContext beans, AccessSettings access) {
    if (access.oidc().isPresent() && !answers(beans)) {
      Oidc oidc = access.oidc().get();
      throw new UnusableAccessException(
          "access.oidc.issuer: %s does not answer as a provider of OpenID Connect: check the address, or start again when it does"
              .formatted(oidc.issuer()));
    }
  }

  private static boolean answers(BeanContext beans) {
    try {
      return beans
          .findBean(OpenIdProviderMetadata.class, Qualifiers.byName(SecurityProperties.CLIENT))
          .isPresent();
    } catch (DisabledBeanException e) {
      return false;
    }
  }
}
