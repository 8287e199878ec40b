package io.temperline.dashboard.rules;

import io.temperline.schemas.PublishedRules;
import java.util.Collection;

/** Where published rule sets lie, by version. */
interface RuleShelf {

  Collection<PublishedRules> read();

  void put(PublishedRules rules);

  void delete(String version);
}
