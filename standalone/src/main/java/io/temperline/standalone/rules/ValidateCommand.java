package io.temperline.standalone.rules;

import io.temperline.rules.RuleSet;
import io.temperline.rules.RuleSetLoader;
import io.temperline.standalone.Count;
import io.temperline.standalone.remote.KafkaCommand;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code rules validate}: what is wrong with rule sets. */
@Command(
    name = "validate",
    description =
        "Say what is wrong with rule sets, a line for each problem: FILE:LINE:COLUMN. Asks no"
            + " broker. Exit code 1 where there is a problem.")
final class ValidateCommand extends KafkaCommand {

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Rule sets; - is standard input.")
  private List<String> files;

  @Mixin private ModelOption model;

  @Override
  protected int run() {
    RuleSetLoader loader = model.loader(new Properties());
    int exit = ExitCode.OK;
    for (String argument : files) {
      RuleFile file = RuleFile.read(argument);
      Optional<RuleSet> set = file.check(loader, err());
      set.ifPresent(usable -> out().println(usable(file, usable)));
      exit = set.isPresent() ? exit : ExitCode.SOFTWARE;
    }
    return exit;
  }

  private static String usable(RuleFile file, RuleSet set) {
    return "%s: version '%s', %s"
        .formatted(file.name(), set.version(), Count.of(set.rules().size(), "rule"));
  }
}
