package io.temperline.dashboard;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.context.env.Environment;
import io.micronaut.context.env.PropertySource;
import io.micronaut.runtime.server.EmbeddedServer;
import io.temperline.dashboard.access.AccessSettings;
import io.temperline.dashboard.access.SecurityProperties;
import io.temperline.dashboard.delivery.Deliveries;
import io.temperline.dashboard.floor.FloorView;
import io.temperline.dashboard.login.ProviderCheck;
import io.temperline.dashboard.source.TopicListener;
import java.net.URI;
import java.nio.file.Path;

/**
 * The supervisors' web application. On its own it is configured by Micronaut's means: arguments
 * such as {@code --kafka.bootstrap.servers=…}, environment variables, system properties.
 */
public final class Dashboard implements AutoCloseable {

  private final ApplicationContext context;
  private final EmbeddedServer server;

  private Dashboard(ApplicationContext context, EmbeddedServer server) {
    this.context = context;
    this.server = server;
  }

  public static void main(String[] args) throws InterruptedException {
    try {
      Dashboard dashboard = start(ApplicationContext.builder().args(args).build());
      Runtime.getRuntime().addShutdownHook(new Thread(dashboard::close, "dashboard-shutdown"));
      System.out.println("Dashboard on " + dashboard.uri());
      Thread.currentThread().join();
    } catch (DashboardStartException e) {
      System.err.println("temperline dashboard: " + e.getMessage());
      System.exit(2);
    }
  }

  /**
   * Starts listening for browsers, then reading the topics. Kafka may still be away: the dashboard
   * says so on its pages and waits for it.
   *
   * @throws DashboardStartException where it cannot be started, for instance as the port is in use
   */
  public static Dashboard start(DashboardConfig config) {
    return start(builder(config).build());
  }

  /**
   * As {@link #start(DashboardConfig)}, with further settings from a file, among them the targets
   * that alerts are delivered to.
   */
  public static Dashboard start(DashboardConfig config, Path file) {
    return start(builder(config).propertySources(ConfigFile.read(file)).build());
  }

  private static ApplicationContextBuilder builder(DashboardConfig config) {
    return ApplicationContext.builder()
        .properties(config.asProperties())
        .singletons(config.backTester().stream().toArray());
  }

  static Dashboard start(ApplicationContext context) {
    try {
      AccessSettings access = setUpAccess(context.getEnvironment().start());
      context.start();
      ProviderCheck.awaitAnswer(context, access);
      Deliveries deliveries = context.getBean(Deliveries.class);
      EmbeddedServer server = context.getBean(EmbeddedServer.class).start();
      context.getBeansOfType(TopicListener.class).forEach(TopicListener::start);
      deliveries.start();
      return new Dashboard(context, server);
    } catch (RuntimeException e) {
      context.close();
      throw DashboardStartException.of(e);
    }
  }

  private static AccessSettings setUpAccess(Environment environment) {
    AccessSettings access = AccessSettings.read(environment);
    access.requireFitFor(environment.getProperty("micronaut.server.host", String.class).orElse(""));
    environment.addPropertySource(
        PropertySource.of("access", SecurityProperties.of(access), Integer.MAX_VALUE));
    return access;
  }

  /** Where browsers find it. */
  public URI uri() {
    return server.getURI();
  }

  /** The port that it listens on. */
  public int port() {
    return server.getPort();
  }

  /** What is happening on the floor. */
  public FloorView floor() {
    return context.getBean(FloorView.class);
  }

  /** Stops reading and listening, and lets go of everything. */
  @Override
  public void close() {
    context.close();
  }
}
