package io.temperline.dashboard.access;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Those who log in with a password. */
public final class Users {

  private final Map<String, User> byName;

  Users(Collection<User> users) {
    byName = users.stream().collect(Collectors.toMap(User::name, Function.identity()));
  }

  Optional<User> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** Takes as long for a name that nobody has as for a wrong password. */
  public Optional<User> withPassword(String name, String password) {
    User user = byName.get(name);
    String hash = user != null ? user.hash() : anyHash();
    boolean matches = Passwords.match(password, hash);
    return matches ? Optional.ofNullable(user) : Optional.empty();
  }

  private String anyHash() {
    return byName.values().iterator().next().hash();
  }
}
