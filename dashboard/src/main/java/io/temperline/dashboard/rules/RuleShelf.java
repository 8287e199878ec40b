package io.temperline.dashboard.rules;

import io.temperline.schemas.PublishedRules;
import java.util.Collection;
import java.util.function.Consumer;
import java.util.function.Function;

/** Where published rule sets lie, by version. */
interface RuleShelf {

  /** All of them, withdrawn ones too. */
  Collection<PublishedRules> read();

  /**
   * Lets nobody change anything while the work reads, decides and puts. Returns when what it has
   * put is there; where it throws, nothing is.
   *
   * @param work is given a hand that puts a set there, in place of one of its version; it may be
   *     begun anew
   */
  <T> T alone(Function<Consumer<PublishedRules>, T> work);
}
