package io.temperline.dashboard.login;

import io.micronaut.context.BeanContext;
import io.micronaut.context.exceptions.DisabledBeanException;
import io.micronaut.inject.qualifiers.Qualifiers;
import io.micronaut.security.oauth2.client.OpenIdProviderMetadata;
import io.temperline.dashboard.access.AccessSettings;
import io.temperline.dashboard.access.SecurityProperties;
import io.temperline.dashboard.access.UnusableAccessException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the provider of single sign-on who it is, before anybody can come in: later the threads that
 * serve requests must not wait for it. Where it is away, as after a power cut, the start waits.
 */
public final class ProviderCheck {

  private static final Logger log = LoggerFactory.getLogger(ProviderCheck.class);
  private static final Duration AGAIN = Duration.ofSeconds(2);

  private ProviderCheck() {}

  /** Returns when it has answered, or where there is none. */
  public static void awaitAnswer(BeanContext beans, AccessSettings access) {
    if (access.oidc().isEmpty() || answers(beans)) {
      return;
    }
    log.warn(
        "access.oidc.issuer: {} does not answer as a provider of OpenID Connect: check the address;"
            + " the dashboard starts as soon as it does",
        access.oidc().get().issuer());
    do {
      pause();
    } while (!answers(beans));
  }

  private static void pause() {
    try {
      Thread.sleep(AGAIN.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UnusableAccessException("access.oidc.issuer: broken off while waiting for it");
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
