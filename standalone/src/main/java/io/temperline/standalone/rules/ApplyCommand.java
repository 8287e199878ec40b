package io.temperline.standalone.rules;

import io.temperline.dashboard.rules.RulesDesk;
import io.temperline.schemas.PublishedRules;
import io.temperline.standalone.Times;
import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rules apply}: publishes a rule set. */
@Command(
    name = "apply",
    description =
        "Check a rule set and publish it: live calls are judged by it from its time on, without a"
            + " restart. What is refused changes nothing.")
final class ApplyCommand extends DeskCommand {

  @Parameters(paramLabel = "FILE", description = "The rule set; - is standard input.")
  private String file;

  @Option(
      names = "--by",
      paramLabel = "NAME",
      defaultValue = "${sys:user.name}",
      description = "Who publishes it. Default: ${DEFAULT-VALUE}.")
  private String by;

  @Option(
      names = "--from",
      paramLabel = "TIME",
      description =
          "When it comes into force, such as 2026-11-21T08:00:00Z. Default: the file's"
              + " effectiveFrom, else half a second from now.")
  private String from;

  @Override
  protected int run() throws InterruptedException {
    RuleFile read = RuleFile.read(file);
    Optional<Instant> time = Optional.ofNullable(from).map(text -> Times.moment("--from", text));
    if (read.check(loader(), err()).isEmpty()) {
      return ExitCode.SOFTWARE;
    }
    RulesDesk.Applied applied = desk().apply(read.yaml(), by, time);
    PublishedRules rules = applied.rules();
    out()
        .println(
            applied.isNew()
                ? "version '%s' is published and in force from %s on"
                    .formatted(rules.getVersion(), rules.getEffectiveFrom())
                : "version '%s' is published already, by %s, in force from %s on: nothing was changed"
                    .formatted(
                        rules.getVersion(), rules.getPublishedBy(), rules.getEffectiveFrom()));
    return ExitCode.OK;
  }
}
