package io.temperline.dashboard.access;

import java.util.Optional;
import java.util.Set;

/**
 * Somebody of the users file.
 *
 * @param hash of the password, by bcrypt
 * @param queues the only ones that they see; absent for all
 */
public record User(String name, String hash, Set<Role> roles, Optional<Set<String>> queues) {

  public User {
    roles = Set.copyOf(roles);
    queues = queues.map(Set::copyOf);
  }

  /** Nothing that a log may have. */
  @Override
  public String toString() {
    return name;
  }
}
