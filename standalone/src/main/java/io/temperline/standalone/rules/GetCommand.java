package io.temperline.standalone.rules;

import io.temperline.dashboard.rules.PublishedSets;
import io.temperline.dashboard.rules.RulesDesk;
import io.temperline.rules.RuleSet;
import io.temperline.schemas.PublishedRules;
import io.temperline.standalone.CannotStartException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code rules get}: a published rule set as it was written. */
@Command(name = "get", description = "Print the rules in force, or another version.")
final class GetCommand extends DeskCommand {

  @Parameters(
      arity = "0..1",
      paramLabel = "VERSION",
      description =
          "A published version, withdrawn or not, or the shipped one's. Default: the one in force.")
  private String version;

  @Override
  protected int run() throws InterruptedException {
    out().print(version == null ? inForce(desk()) : one(desk()));
    return 0;
  }

  private static String inForce(RulesDesk desk) {
    return desk.sets()
        .inForceAt(desk.now())
        .map(PublishedRules::getYaml)
        .orElseGet(RuleSet::shippedYaml);
  }

  private String one(RulesDesk desk) {
    PublishedSets sets = desk.sets();
    sets.withdrawn(version).ifPresent(this::sayThatItIsWithdrawn);
    return sets.of(version)
        .or(() -> sets.withdrawn(version))
        .map(PublishedRules::getYaml)
        .or(() -> RulesDesk.shipped(version))
        .orElseThrow(
            () ->
                new CannotStartException(
                    "no version '%s' was published; %s"
                        .formatted(version, RulesDesk.versions(sets))));
  }

  /** Beside the set, which may go into a file. */
  private void sayThatItIsWithdrawn(PublishedRules set) {
    complain("version '%s' is %s".formatted(version, Withdrawal.inWords(set)));
  }
}
