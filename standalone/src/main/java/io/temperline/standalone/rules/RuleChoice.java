package io.temperline.standalone.rules;

import io.temperline.dashboard.rules.RulesDesk;
import io.temperline.dashboard.rules.RulesTopic;
import io.temperline.rules.RuleSet;
import io.temperline.rules.RuleSetLoader;
import io.temperline.schemas.PublishedRules;
import io.temperline.standalone.CannotStartException;
import io.temperline.standalone.remote.KafkaOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/** The rule set that an option means: a file, a published version, in-force or defaults. */
public final class RuleChoice {

  /** What is shipped. */
  public static final String DEFAULTS = "defaults";

  /** What is in force now. */
  public static final String IN_FORCE = "in-force";

  private final String option;
  private final KafkaOptions kafka;
  private final RuleSetLoader loader;
  private final PrintWriter err;

  /**
   * @param kafka is asked where the option means a published set
   * @param err is told what is wrong with a set
   */
  public RuleChoice(String option, KafkaOptions kafka, RuleSetLoader loader, PrintWriter err) {
    this.option = option;
    this.kafka = kafka;
    this.loader = loader;
    this.err = err;
  }

  /**
   * @return empty where the set is unusable
   * @throws CannotStartException where there is none
   */
  public Optional<RuleSet> of(String choice) throws IOException, InterruptedException {
    if (choice.equals(DEFAULTS)) {
      return Optional.of(RuleSet.shipped());
    }
    if (!choice.equals(IN_FORCE) && Files.exists(Path.of(choice))) {
      return RuleFile.read(choice).check(loader, err);
    }
    RulesDesk desk = new RulesDesk(new RulesTopic(kafka.connect()), loader, Clock.systemUTC());
    return published(choice, desk).check(loader, err);
  }

  private RuleFile published(String choice, RulesDesk desk) {
    var sets = desk.sets();
    if (choice.equals(IN_FORCE)) {
      return sets.inForceAt(desk.now())
          .map(RuleChoice::file)
          .orElseGet(() -> new RuleFile(DEFAULTS, RuleSet.shippedYaml()));
    }
    return sets.of(choice)
        .map(RuleChoice::file)
        .or(() -> RulesDesk.shipped(choice).map(yaml -> new RuleFile(choice, yaml)))
        .orElseThrow(
            () ->
                new CannotStartException(
                    "%s: there is no file '%s', and no such version was published; %s"
                        .formatted(option, choice, RulesDesk.versions(sets))));
  }

  private static RuleFile file(PublishedRules rules) {
    return new RuleFile(rules.getVersion(), rules.getYaml());
  }
}
