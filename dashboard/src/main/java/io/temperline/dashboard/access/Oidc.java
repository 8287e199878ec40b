package io.temperline.dashboard.access;

import io.temperline.dashboard.settings.Secret;
import java.net.URI;
import java.util.Optional;

/**
 * Single sign-on by OpenID Connect.
 *
 * @param name the claim with the person's name
 * @param roles the claim with their roles; dots lead into objects
 * @param queues the claim with the only queues that they see, {@code *} for all; absent where
 *     everybody sees all
 */
public record Oidc(
    URI issuer,
    String clientId,
    Secret clientSecret,
    String name,
    String roles,
    Optional<String> queues) {}
