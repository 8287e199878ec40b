package io.temperline.standalone.operations;

import io.temperline.standalone.CannotStartException;
import io.temperline.standalone.remote.KafkaCluster;
import io.temperline.standalone.remote.NotThereException;
import io.temperline.streams.TopologyPlan;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code topics}: the topics and permissions that Temperline needs. */
@Command(
    name = "topics",
    description =
        "Print the topics that Temperline needs, with the permissions of all who take part, or make"
            + " those that are missing.")
public final class TopicsCommand implements Callable<Integer> {

  /** Either, never both. */
  private static final class Action {

    @Option(
        names = "--print",
        description = "Print topics and permissions. Asks no broker.",
        required = true)
    private boolean print;

    @Option(
        names = "--create",
        description = "Make the topics that are missing; say which are set otherwise.",
        required = true)
    private boolean create;
  }

  @Spec private CommandSpec spec;

  @ArgGroup(multiplicity = "1")
  private Action action;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description =
          "Properties of the streams application; --create takes the broker's address from it.")
  private Path file;

  @Option(
      names = "--partitions",
      paramLabel = "N",
      description = "Partitions of each topic. Default: as the topics that are there, else 4.")
  private Integer partitions;

  @Option(
      names = "--replication",
      paramLabel = "R",
      description = "Copies of each partition. Default: the broker's.")
  private Short replication;

  @Option(
      names = "--principal",
      paramLabel = "ROLE=NAME",
      description =
          "With --print: the name that a role has with the broker, for example"
              + " streams=User:CN=streams. Roles: operator, streams, gateway, dashboard, crm,"
              + " eraser.")
  private Map<Role, String> principals = Map.of();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help and exit.")
  private boolean help;

  @Override
  public Integer call() throws InterruptedException {
    requireUsable();
    Properties properties = ApplicationFile.read(file);
    if (action.print) {
      print(properties);
    } else {
      create(properties);
    }
    return 0;
  }

  private void requireUsable() {
    if (partitions != null && partitions < 1 || replication != null && replication < 1) {
      throw new ParameterException(
          spec.commandLine(), "--partitions and --replication take 1 or more");
    }
    if (action.create && file == null) {
      throw new ParameterException(
          spec.commandLine(), "--create needs FILE, for the address of the broker");
    }
  }

  private void print(Properties properties) {
    TopicPlan plan = TopicPlan.of(properties);
    Grants grants = new Grants(TopologyPlan.of(properties));
    PrintWriter out = spec.commandLine().getOut();
    int count = partitions == null ? TopicSetup.DEFAULT_PARTITIONS : partitions;
    out.printf("Topics, %s%n%n", replicas());
    out.print(TopicTable.of(plan.topics(), count));
    out.printf("%nPermissions, to be granted by an administrator of the cluster%n%n");
    AclScript script = new AclScript(properties.getProperty("bootstrap.servers"));
    for (Role role : Role.values()) {
      String principal = principals.getOrDefault(role, role.principal());
      out.println(script.of(role, principal, grants.of(role)));
    }
    out.flush();
  }

  private String replicas() {
    return replication == null
        ? "with as many copies as the broker makes by default"
        : "with " + replication + (replication == 1 ? " copy" : " copies") + " of each partition";
  }

  private void create(Properties properties) throws InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    try (Admin admin = new KafkaCluster(properties).connect()) {
      TopicSetup setup = new TopicSetup(admin, TopicPlan.of(properties));
      TopicSetup.Outcome outcome =
          setup.createMissing(
              partitions == null ? OptionalInt.empty() : OptionalInt.of(partitions),
              Optional.ofNullable(replication));
      List<String> differences = setup.differences();
      outcome.created().forEach(topic -> out.printf("made   %s%n", topic));
      outcome.existing().forEach(topic -> out.printf("there  %s%n", topic));
      out.printf("All have %d partitions.%n", outcome.partitions());
      out.flush();
      differences.forEach(line -> spec.commandLine().getErr().println("temperline: " + line));
      spec.commandLine().getErr().flush();
    } catch (NotThereException e) {
      throw new CannotStartException(e.getMessage(), e);
    } catch (ExecutionException e) {
      throw new CannotStartException(
          "the topics cannot be made at %s: %s"
              .formatted(properties.getProperty("bootstrap.servers"), e.getCause().getMessage()),
          e);
    }
  }
}
