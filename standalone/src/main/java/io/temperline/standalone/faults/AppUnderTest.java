package io.temperline.standalone.faults;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How the application is run where things go wrong. */
final class AppUnderTest {

  static final List<String> JVM = List.of("-Xmx512m");

  private AppUnderTest() {}

  /** As shipped, but for what decides how long a scenario takes. */
  static Map<String, String> settings(Duration idleTimeout) {
    Map<String, String> settings = new HashMap<>();
    settings.put("temperline.idle.timeout.ms", Long.toString(idleTimeout.toMillis()));
    settings.put("session.timeout.ms", "6000");
    settings.put("transaction.timeout.ms", "5000");
    return settings;
  }
}
