package io.temperline.standalone.rules;

import io.temperline.dashboard.rules.PublishedSets;
import io.temperline.dashboard.rules.RulesDesk;
import io.temperline.dashboard.rules.RulesTopic;
import io.temperline.rules.RuleSet;
import io.temperline.rules.RuleSetLoader;
import io.temperline.standalone.remote.KafkaCommand;
import io.temperline.standalone.remote.KafkaOptions;
import java.time.Clock;
import java.time.Instant;
import picocli.CommandLine.Mixin;

/** What the commands share that look at the published rules or change them. */
abstract class DeskCommand extends KafkaCommand {

  @Mixin private KafkaOptions kafka;

  @Mixin private ModelOption model;

  final RuleSetLoader loader() {
    return model.loader(kafka.properties());
  }

  final RulesDesk desk() throws InterruptedException {
    return new RulesDesk(new RulesTopic(kafka.connect()), loader(), Clock.systemUTC());
  }

  /** Which set is in force, for people. */
  static String inForce(PublishedSets sets, Instant now) {
    return sets.inForceAt(now)
        .map(set -> "version '%s' is in force".formatted(set.getVersion()))
        .orElseGet(
            () ->
                "version '%s', which comes with the program, is in force"
                    .formatted(RuleSet.shipped().version()));
  }
}
