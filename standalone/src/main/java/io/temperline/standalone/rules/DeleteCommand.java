package io.temperline.standalone.rules;

import io.temperline.dashboard.rules.PublishedSets;
import io.temperline.dashboard.rules.RulesDesk;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rules delete}: withdraws a rule set. */
@Command(
    name = "delete",
    description =
        "Withdraw a published version as if it had never been there; say what is in force then.")
final class DeleteCommand extends DeskCommand {

  @Parameters(paramLabel = "VERSION", description = "A published version.")
  private String version;

  @Option(
      names = "--by",
      paramLabel = "NAME",
      defaultValue = "${sys:user.name}",
      description = "Who withdraws it. Default: ${DEFAULT-VALUE}.")
  private String by;

  @Override
  protected int run() throws InterruptedException {
    RulesDesk desk = desk();
    PublishedSets left = desk.delete(version, Optional.of(by).filter(name -> !name.isBlank()));
    out().printf("version '%s' is withdrawn; %s%n", version, inForce(left, desk.now()));
    return 0;
  }
}
