package io.temperline.dashboard;

import io.micronaut.context.ApplicationContext;
import io.temperline.dashboard.delivery.Deliveries;
import io.temperline.dashboard.delivery.channel.Answer;
import io.temperline.dashboard.delivery.channel.Step;
import java.nio.file.Path;
import java.util.List;

/** The targets of a configuration file, to be tried one at a time, without Kafka. */
public final class DeliveryTrial implements AutoCloseable {

  private final ApplicationContext context;
  private final Deliveries deliveries;

  private DeliveryTrial(ApplicationContext context) {
    this.context = context;
    this.deliveries = context.getBean(Deliveries.class);
  }

  /**
   * @throws DashboardStartException where the settings cannot be used; a line for each reason
   */
  public static DeliveryTrial open(Path file) {
    ApplicationContext context =
        ApplicationContext.builder().propertySources(ConfigFile.read(file)).build();
    try {
      return new DeliveryTrial(context.start());
    } catch (RuntimeException e) {
      context.close();
      throw DashboardStartException.of(e);
    }
  }

  public List<String> targets() {
    return deliveries.names();
  }

  /** Where the target is, for people. */
  public String address(String target) {
    return deliveries.address(target).orElseThrow();
  }

  /**
   * Sends a step of the sample alert and says what came of it.
   *
   * @throws IllegalArgumentException where there is no such target
   */
  public Answer send(String target, Step step) throws InterruptedException {
    return deliveries.trySample(target, step);
  }

  @Override
  public void close() {
    context.close();
  }
}
