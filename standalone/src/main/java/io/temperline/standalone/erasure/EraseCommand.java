package io.temperline.standalone.erasure;

import io.temperline.dashboard.commands.CommandTopic;
import io.temperline.dashboard.commands.ErasureCommands;
import io.temperline.dashboard.commands.InvalidCommandException;
import io.temperline.schemas.Topics;
import io.temperline.standalone.CannotStartException;
import io.temperline.standalone.Count;
import io.temperline.standalone.remote.NotThereException;
import io.temperline.standalone.remote.Services;
import io.temperline.streams.PropertiesFile;
import io.temperline.streams.StreamsSettings;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.StreamsConfig;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code erase}: has a call or a customer forgotten, and proves it. */
@Command(
    name = "erase",
    description =
        "Have a customer or a call erased by the streams application, which must be running, and"
            + " read back that it is gone. Exit code 1 if something is left.")
public final class EraseCommand implements Callable<Integer> {

  /** One of them. */
  private static final class Target {

    @Option(
        names = "--customer",
        paramLabel = "ID",
        description = "A customer, with all calls that are known of them.",
        required = true)
    private String customerId;

    @Option(names = "--call", paramLabel = "ID", description = "One call.", required = true)
    private String callId;
  }

  private static final Duration PAUSE = Duration.ofMillis(200);

  private final ErasureCommands erasures = new ErasureCommands(Clock.systemUTC());

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "FILE",
      description = "Properties of the streams application, for its application.id too.")
  private Path file;

  @ArgGroup(multiplicity = "1")
  private Target target;

  @Option(
      names = "--by",
      paramLabel = "NAME",
      description = "Who asks for it. Default: the name of the login.")
  private String by = System.getProperty("user.name");

  @Option(
      names = "--within",
      paramLabel = "SECONDS",
      defaultValue = "60",
      description = "How long to wait for it. Default: ${DEFAULT-VALUE}.")
  private int withinSeconds;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help and exit.")
  private boolean help;

  @Override
  public Integer call() throws InterruptedException {
    requireUsable();
    Properties properties = PropertiesFile.read(file);
    String applicationId =
        StreamsSettings.of(properties).getString(StreamsConfig.APPLICATION_ID_CONFIG);
    requireAnswers(properties);
    Topics topics = new Topics(map(properties));
    try (KeptTopics kept =
        new KeptTopics(
            properties, applicationId, topics.history(), target.customerId, target.callId)) {
      return erase(kept, new CommandTopic(map(properties)));
    } catch (InvalidCommandException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage());
    } catch (KafkaException e) {
      throw new CannotStartException("it cannot be erased: " + e.getMessage(), e);
    }
  }

  private int erase(KeptTopics kept, CommandTopic commands) throws InterruptedException {
    long deadline = System.nanoTime() + Duration.ofSeconds(withinSeconds).toNanos();
    Set<String> asked = new HashSet<>();
    kept.look();
    boolean isKnown = !kept.left().isEmpty();
    askForCustomer(commands);
    askForCalls(kept, commands, asked);
    while (!kept.left().isEmpty() && System.nanoTime() < deadline) {
      Thread.sleep(PAUSE.toMillis());
      kept.look();
      // Calls may come to light, or begin, while others are being erased.
      if (!asked.containsAll(kept.calls())) {
        askForCustomer(commands);
        askForCalls(kept, commands, asked);
      }
    }
    return report(kept, isKnown);
  }

  private void askForCustomer(CommandTopic commands) {
    if (target.customerId != null) {
      commands.send(erasures.customer(target.customerId, by));
    }
  }

  private void askForCalls(KeptTopics kept, CommandTopic commands, Set<String> asked) {
    for (String callId : kept.calls()) {
      if (asked.add(callId)) {
        commands.send(erasures.call(callId, kept.customer().orElse(null), by));
      }
    }
  }

  private int report(KeptTopics kept, boolean wasKnown) {
    PrintWriter out = spec.commandLine().getOut();
    List<String> left = kept.left();
    if (left.isEmpty() && !wasKnown) {
      out.printf("Nothing was known of %s: is the id right?%n", subject());
      out.flush();
      return 0;
    }
    if (left.isEmpty()) {
      kept.proofs().forEach(out::println);
      out.printf(
          "Erased: %s, read back. What retention bounds instead: docs/erasure.md%n",
          described(kept));
      out.flush();
      return 0;
    }
    PrintWriter err = spec.commandLine().getErr();
    left.forEach(line -> err.println("temperline: left in " + line));
    err.printf(
        "temperline: not erased within %d s: is the streams application running?%n", withinSeconds);
    err.flush();
    return 1;
  }

  private String described(KeptTopics kept) {
    return target.callId != null
        ? subject()
        : "%s with %s".formatted(subject(), Count.of(kept.calls().size(), "call"));
  }

  private String subject() {
    return target.callId != null ? "call " + target.callId : "customer " + target.customerId;
  }

  private void requireUsable() {
    String id = target.callId == null ? target.customerId : target.callId;
    if (id.isBlank() || by.isBlank() || withinSeconds < 1) {
      throw new ParameterException(
          spec.commandLine(), "an id and --by are not blank, and --within is 1 or more");
    }
  }

  private static Map<String, Object> map(Properties properties) {
    return properties.stringPropertyNames().stream()
        .collect(Collectors.toMap(key -> key, properties::getProperty));
  }

  private static void requireAnswers(Properties properties) throws InterruptedException {
    try {
      Services.requireAnswers(properties);
    } catch (NotThereException e) {
      throw new CannotStartException(e.getMessage(), e);
    }
  }
}
