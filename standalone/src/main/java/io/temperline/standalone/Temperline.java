package io.temperline.standalone;

import io.temperline.standalone.alerts.AlertsCommand;
import io.temperline.standalone.bench.BenchCommand;
import io.temperline.standalone.bench.SoakCommand;
import io.temperline.standalone.demo.DemoCommand;
import io.temperline.standalone.erasure.EraseCommand;
import io.temperline.standalone.export.ExportCommand;
import io.temperline.standalone.faults.FaultsCommand;
import io.temperline.standalone.operations.TopicsCommand;
import io.temperline.standalone.operations.TopologyCommand;
import io.temperline.standalone.rescore.RescoreCommand;
import io.temperline.standalone.rules.RulesCommand;
import io.temperline.standalone.service.BrokerCommand;
import io.temperline.standalone.service.DashboardCommand;
import io.temperline.standalone.service.DeliverCommand;
import io.temperline.standalone.service.StreamsCommand;
import io.temperline.standalone.service.UsersCommand;
import io.temperline.standalone.speech.AnalyzeCommand;
import io.temperline.standalone.speech.EvaluateCommand;
import io.temperline.standalone.speech.FeaturesCommand;
import io.temperline.standalone.speech.SystemsCommand;
import io.temperline.standalone.speech.TrainCommand;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;

/** The command {@code temperline}. */
@Command(
    name = "temperline",
    description = "Listens to phone calls and says how the caller feels.",
    mixinStandardHelpOptions = true,
    versionProvider = Temperline.Version.class,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      DemoCommand.class,
      StreamsCommand.class,
      DashboardCommand.class,
      DeliverCommand.class,
      UsersCommand.class,
      BrokerCommand.class,
      BenchCommand.class,
      SoakCommand.class,
      ExportCommand.class,
      EraseCommand.class,
      TopologyCommand.class,
      TopicsCommand.class,
      RulesCommand.class,
      AlertsCommand.class,
      RescoreCommand.class,
      FaultsCommand.class,
      AnalyzeCommand.class,
      FeaturesCommand.class,
      EvaluateCommand.class,
      TrainCommand.class,
      SystemsCommand.class,
      HelpCommand.class
    })
public final class Temperline {

  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Temperline())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(ErrorLine::ofArguments)
        .setExecutionExceptionHandler(ErrorLine::ofExecution);
  }

  /** The version of the build. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Temperline.class.getPackage().getImplementationVersion();
      return new String[] {"temperline " + Optional.ofNullable(version).orElse("not packaged")};
    }
  }
}
