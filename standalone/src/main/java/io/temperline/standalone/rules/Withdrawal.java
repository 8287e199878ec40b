package io.temperline.standalone.rules;

import io.temperline.schemas.PublishedRules;
import java.util.Optional;

/** That a rule set is withdrawn, for people. */
final class Withdrawal {

  private Withdrawal() {}

  static String inWords(PublishedRules set) {
    String by = Optional.ofNullable(set.getWithdrawnBy()).map(name -> " by " + name).orElse("");
    return "withdrawn%s at %s".formatted(by, set.getWithdrawnAt());
  }
}
