package io.temperline.dashboard;

import io.micronaut.context.ApplicationContext;
import io.temperline.dashboard.source.TestTopics;
import java.util.Map;

/** A dashboard on a free port that reads {@link TestTopics}. */
public final class TestDashboard implements AutoCloseable {

  private final ApplicationContext context;
  private final Dashboard dashboard;

  private TestDashboard(ApplicationContext context, Dashboard dashboard) {
    this.context = context;
    this.dashboard = dashboard;
  }

  public static TestDashboard start() {
    return start(Map.of());
  }

  /**
   * @param settings beyond those of all tests
   */
  public static TestDashboard start(Map<String, Object> settings) {
    DashboardConfig config =
        DashboardConfig.onLoopback(0, Map.of("schema.registry.url", TestTopics.REGISTRY));
    ApplicationContext context =
        ApplicationContext.builder()
            .properties(config.asProperties())
            .properties(Map.of(TestTopics.PROPERTY, "true", "dashboard.source.retry-after", "50ms"))
            .properties(settings)
            .build();
    return new TestDashboard(context, Dashboard.start(context));
  }

  public TestTopics topics() {
    return context.getBean(TestTopics.class);
  }

  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  public String url(String path) {
    return dashboard.uri() + path;
  }

  @Override
  public void close() {
    dashboard.close();
  }
}
