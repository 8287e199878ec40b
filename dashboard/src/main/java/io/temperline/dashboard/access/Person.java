package io.temperline.dashboard.access;

import io.micronaut.core.annotation.Nullable;
import java.security.Principal;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Who asks. A controller has it as an argument.
 *
 * @param name as they logged in; empty on an open dashboard
 * @param roles empty for nobody that may do anything
 * @param sight what they are shown
 * @param isEverybody whether the dashboard is open, so that nobody is known and everybody may all
 * @param address where the request comes from
 * @param until when they have to log in again; null for never
 */
public record Person(
    String name,
    Set<Role> roles,
    Sight sight,
    boolean isEverybody,
    String address,
    @Nullable Instant until)
    implements Principal {

  public Person {
    roles = Set.copyOf(roles);
  }

  static Person everybody(String address) {
    return new Person("", EnumSet.allOf(Role.class), Sight.ALL, true, address, null);
  }

  /**
   * @param masked the roles from which customers are hidden; who has another role too sees them
   */
  static Person of(
      String name,
      Collection<Role> roles,
      Optional<Set<String>> queues,
      Set<Role> masked,
      String address,
      @Nullable Instant until) {
    Sight sight = new Sight(queues, masked.containsAll(roles));
    return new Person(name, Set.copyOf(roles), sight, false, address, until);
  }

  @Override
  public String getName() {
    return name;
  }

  public boolean may(Permission permission) {
    return permissions().contains(permission);
  }

  public Set<Permission> permissions() {
    Set<Permission> all = EnumSet.noneOf(Permission.class);
    roles.forEach(role -> all.addAll(role.permissions()));
    // A customer is erased with all calls: nobody erases what they do not see.
    if (sight.isMasked() || sight.isLimited()) {
      all.remove(Permission.ERASE);
    }
    return all;
  }

  /** Who does it: the one who is logged in; on an open dashboard whoever they say that they are. */
  public @Nullable String by(@Nullable String claimed) {
    return isEverybody ? claimed : name;
  }
}
