package io.temperline.standalone.demo;

import io.temperline.standalone.CannotStartException;
import io.temperline.standalone.LocalPort;

/** The ports to listen on. */
record Ports(int http, int kafka, int registry) {

  /**
   * Tries the ports before anything starts.
   *
   * @param httpPort of the dashboard; like the others, 0 takes a free one
   * @throws CannotStartException where one is in use or no port at all
   */
  static Ports choose(int httpPort, int kafkaPort, int registryPort) {
    requireDifferent("--http-port", httpPort, "--kafka-port", kafkaPort);
    requireDifferent("--http-port", httpPort, "--registry-port", registryPort);
    requireDifferent("--kafka-port", kafkaPort, "--registry-port", registryPort);
    int http = choose("the dashboard", "--http-port", httpPort);
    int kafka = choose("the Kafka broker", "--kafka-port", kafkaPort, http);
    int registry = choose("the schema registry", "--registry-port", registryPort, http, kafka);
    return new Ports(http, kafka, registry);
  }

  private static void requireDifferent(String option, int port, String other, int otherPort) {
    if (port != 0 && port == otherPort) {
      throw new CannotStartException(
          "%s and %s are both %d: choose different ports, or 0 for free ones"
              .formatted(option, other, port));
    }
  }

  private static int choose(String who, String option, int wanted, Integer... spoken) {
    if (wanted < 0 || wanted > 65_535) {
      throw new CannotStartException("%s must be 0 to 65535, not %d".formatted(option, wanted));
    }
    return LocalPort.choose("%s (%s)".formatted(who, option), wanted, spoken);
  }
}
