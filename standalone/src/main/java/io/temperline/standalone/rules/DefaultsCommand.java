package io.temperline.standalone.rules;

import io.temperline.rules.RuleSet;
import io.temperline.standalone.remote.KafkaCommand;
import picocli.CommandLine.Command;

/** {@code rules defaults}: the shipped set. */
@Command(
    name = "defaults",
    description = "Print the rules that come with the program, to begin your own with.")
final class DefaultsCommand extends KafkaCommand {

  @Override
  protected int run() {
    out().print(RuleSet.shippedYaml());
    return 0;
  }
}
