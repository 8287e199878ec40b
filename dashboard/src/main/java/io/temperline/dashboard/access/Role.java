package io.temperline.dashboard.access;

import static io.temperline.dashboard.access.Permission.ACT_ON_ALERTS;
import static io.temperline.dashboard.access.Permission.CHANGE_RULES;
import static io.temperline.dashboard.access.Permission.ERASE;
import static io.temperline.dashboard.access.Permission.READ_AUDIT;
import static io.temperline.dashboard.access.Permission.SEE_CALLS;
import static io.temperline.dashboard.access.Permission.SEE_RULES;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who somebody is, and so what they may do. */
public enum Role {
  VIEWER(SEE_CALLS, SEE_RULES),
  SUPERVISOR(SEE_CALLS, SEE_RULES, ACT_ON_ALERTS),
  ADMIN(SEE_CALLS, SEE_RULES, ACT_ON_ALERTS, CHANGE_RULES, ERASE, READ_AUDIT),
  AUDITOR(SEE_CALLS, SEE_RULES, READ_AUDIT);

  private final Set<Permission> permissions;

  Role(Permission... permissions) {
    this.permissions = Set.of(permissions);
  }

  public Set<Permission> permissions() {
    return permissions;
  }

  /** As it is written in settings and answers. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Role> of(String word) {
    return Stream.of(values()).filter(role -> role.word().equals(word)).findAny();
  }

  /** All of them, for people. */
  static String words() {
    return Stream.of(values()).map(Role::word).collect(Collectors.joining(", "));
  }
}
