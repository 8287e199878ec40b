package io.temperline.dashboard.access;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.env.Environment;
import jakarta.inject.Singleton;

/** Reads who may come in. */
@Factory
final class AccessFactory {

  @Singleton
  Access access(Environment environment) {
    return Access.of(AccessSettings.read(environment));
  }
}
