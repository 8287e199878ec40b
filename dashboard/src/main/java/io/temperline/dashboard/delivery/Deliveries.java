package io.temperline.dashboard.delivery;

import io.temperline.dashboard.delivery.channel.Answer;
import io.temperline.dashboard.delivery.channel.Notice;
import io.temperline.dashboard.delivery.channel.Step;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything that is delivered, from the first start to the last stop. */
public final class Deliveries implements AutoCloseable {

  /** How the names of the targets' consumer groups begin. */
  public static final String GROUP_PREFIX = "temperline-delivery-";

  private static final Logger log = LoggerFactory.getLogger(Deliveries.class);

  private final Targets targets;
  private final Function<Target, Route> routes;
  private final UndeliveredTopic undelivered;
  private final Clock clock;
  private final List<Route> open = new ArrayList<>();

  /**
   * @param routes makes a route to a target
   * @param undelivered closed after the last route
   */
  Deliveries(
      Targets targets, Function<Target, Route> routes, UndeliveredTopic undelivered, Clock clock) {
    this.targets = targets;
    this.routes = routes;
    this.undelivered = undelivered;
    this.clock = clock;
  }

  /** Begins to deliver, on a thread for each target. */
  public void start() {
    for (Target target : targets.all()) {
      log.info("Delivering to {} at {}", target.name(), target.channel().address());
      Route route = routes.apply(target);
      open.add(route);
      route.start();
    }
  }

  /** The targets' names. */
  public List<String> names() {
    return targets.all().stream().map(Target::name).toList();
  }

  /** Where the target is; empty where there is none of that name. */
  public Optional<String> address(String name) {
    return targets.named(name).map(target -> target.channel().address());
  }

  /**
   * Tells the target once of this step of an alert that never was, whatever its filter says. No
   * Kafka is needed.
   *
   * @throws IllegalArgumentException where there is no such target
   */
  public Answer trySample(String name, Step step) throws InterruptedException {
    Target target =
        targets
            .named(name)
            .orElseThrow(() -> new IllegalArgumentException("there is no target " + name));
    Notice sample = Notice.of(step, SampleAlert.at(step, clock.instant()), targets.dashboard());
    return target.channel().deliver(sample);
  }

  /** Ends all deliveries; what is under way has some seconds for it. */
  @Override
  public void close() {
    open.forEach(Route::stop);
    open.forEach(Route::close);
    undelivered.close();
  }
}
