package io.temperline.standalone.service;

import io.temperline.dashboard.DeliveryTrial;
import io.temperline.dashboard.delivery.channel.Answer;
import io.temperline.dashboard.delivery.channel.Step;
import io.temperline.standalone.CannotStartException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code deliver}: tries the targets that alerts are delivered to. */
@Command(
    name = "deliver",
    description = {
      "Check the targets that 'dashboard --config FILE' would deliver alerts to, and try one.",
      "Needs no Kafka."
    })
public final class DeliverCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      required = true,
      description = "The settings, YAML or properties; see docs/delivery.md.")
  private Path file;

  @Option(
      names = "--test",
      paramLabel = "NAME",
      description =
          "Send a sample alert to this target, then that it is cleared, and print what it answers."
              + " Its filter is not asked. Without this option the targets are listed.")
  private String target;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help and exit.")
  private boolean help;

  @Override
  public Integer call() throws InterruptedException {
    try (DeliveryTrial trial = DeliveryTrial.open(file)) {
      if (target == null) {
        list(trial);
      } else {
        requireTarget(trial.targets());
        send(trial, Step.RAISED);
        send(trial, Step.CLEARED);
      }
    }
    return 0;
  }

  private void list(DeliveryTrial trial) {
    if (trial.targets().isEmpty()) {
      throw new CannotStartException(
          "%s has no targets: give them as delivery.targets.NAME".formatted(file));
    }
    for (String name : trial.targets()) {
      out().printf("%s: %s%n", name, trial.address(name));
    }
    out().flush();
  }

  private void requireTarget(List<String> targets) {
    if (!targets.contains(target)) {
      String there =
          targets.isEmpty() ? "there are none" : "there are " + String.join(", ", targets);
      throw new CannotStartException("%s has no target %s: %s".formatted(file, target, there));
    }
  }

  private void send(DeliveryTrial trial, Step step) throws InterruptedException {
    Answer answer = trial.send(target, step);
    String said = "%s at %s %s".formatted(target, trial.address(target), answer.detail());
    if (!answer.isAccepted()) {
      throw new CannotStartException(
          answer.kind() == Answer.Kind.TRY_LATER
              ? said + ": it would be tried again"
              : said + ": it would not be tried again");
    }
    out().printf("%s: %s%n", step.word(), said);
    out().flush();
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
