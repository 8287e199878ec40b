package io.temperline.dashboard.access;

import java.util.Optional;

/**
 * Who may come in, ready to be asked.
 *
 * @param users those who have a password; absent where nobody has
 */
public record Access(AccessSettings settings, Optional<Users> users) {

  static Access of(AccessSettings settings) {
    return new Access(settings, settings.users().map(UsersFile::read));
  }

  /** The user at an address, for as long as the settings let a login last. */
  public Person personOf(User user, String address) {
    return Person.of(user.name(), user.roles(), user.queues(), settings.mask(), address, null);
  }

  /** Whether nobody has to log in. */
  public boolean isOpen() {
    return settings.isOpen();
  }
}
