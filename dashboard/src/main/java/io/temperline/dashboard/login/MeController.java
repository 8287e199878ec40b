package io.temperline.dashboard.login;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.serde.annotation.Serdeable;
import io.temperline.dashboard.access.Permission;
import io.temperline.dashboard.access.Person;
import io.temperline.dashboard.access.Role;
import java.util.List;

/** Who one is, for the pages. */
@Controller("/api/me")
final class MeController {

  /**
   * @param open whether nobody has to log in
   * @param name empty where nobody has to log in
   * @param roles in lower case
   * @param permissions what one may do: show nothing else to press
   * @param masked whether customers are hidden
   * @param queues the only ones that are seen; null for all
   */
  @Serdeable
  record Me(
      boolean open,
      String name,
      List<String> roles,
      List<Permission> permissions,
      boolean masked,
      @Nullable List<String> queues) {}

  @Get
  Me me(Person person) {
    return new Me(
        person.isEverybody(),
        person.name(),
        person.roles().stream().map(Role::word).sorted().toList(),
        person.permissions().stream().sorted().toList(),
        person.sight().isMasked(),
        person.sight().queues().map(queues -> queues.stream().sorted().toList()).orElse(null));
  }
}
