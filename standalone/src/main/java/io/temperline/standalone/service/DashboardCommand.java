package io.temperline.standalone.service;

import io.temperline.dashboard.Dashboard;
import io.temperline.dashboard.DashboardConfig;
import io.temperline.standalone.LocalPort;
import io.temperline.standalone.past.TopicBackTester;
import io.temperline.streams.PropertiesFile;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dashboard}: the supervisors' page beside a Kafka that is there. */
@Command(
    name = "dashboard",
    description =
        "Show the calls that are in your Kafka, and deliver their alerts. Without a login it is for"
            + " this machine alone; see docs/access.md.")
public final class DashboardCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "FILE",
      description = "Properties: bootstrap.servers, schema.registry.url, and more of Kafka's.")
  private Path file;

  @Option(
      names = "--http-host",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description =
          "The address to listen on; 0.0.0.0 is every one of this machine. Others than the default"
              + " need a login: see --config.")
  private String host;

  @Option(
      names = "--http-port",
      paramLabel = "PORT",
      defaultValue = "8080",
      description = "0 takes a free one. Default: ${DEFAULT-VALUE}.")
  private int port;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "Further settings, YAML or properties: who may log in (docs/access.md), and the targets"
              + " that alerts are delivered to (docs/delivery.md; 'deliver --help' tries them).")
  private Path config;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help and exit.")
  private boolean help;

  @Override
  public Integer call() throws InterruptedException {
    Map<String, String> kafka = kafkaProperties(PropertiesFile.read(file));
    int chosen = LocalPort.choose("the dashboard (--http-port)", port);
    Dashboard dashboard =
        start(DashboardConfig.onLoopback(chosen, kafka).on(host).with(new TopicBackTester(kafka)));
    spec.commandLine().getErr().println("Dashboard: " + dashboard.uri());
    spec.commandLine().getErr().flush();
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  dashboard.close();
                  stopped.countDown();
                },
                "stop"));
    stopped.await();
    return 0;
  }

  private Dashboard start(DashboardConfig settings) {
    return config == null ? Dashboard.start(settings) : Dashboard.start(settings, config);
  }

  private static Map<String, String> kafkaProperties(Properties properties) {
    return properties.stringPropertyNames().stream()
        .filter(key -> !key.startsWith("temperline."))
        .collect(Collectors.toMap(Function.identity(), properties::getProperty));
  }
}
