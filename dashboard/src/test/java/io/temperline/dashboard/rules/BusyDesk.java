package io.temperline.dashboard.rules;

import io.temperline.dashboard.TestDashboard;
import io.temperline.rules.RuleSet;
import io.temperline.schemas.PublishedRules;
import java.time.Duration;
import java.time.Instant;

/** A fortnight of published rule sets: one of each standing. */
public record BusyDesk(TestDashboard dashboard, Instant now) {

  /** The version in force. */
  public static final String IN_FORCE = "autumn-2";

  public void write() {
    put("autumn-1", Duration.ofDays(-13), "olga", shipped("autumn-1"));
    put(
        "strict-1",
        Duration.ofDays(-9),
        "bea",
        shipped("strict-1").replace("anger >= 0.3", "anger >= 0.2"));
    dashboard
        .bean(ShelfInMemory.class)
        .put(
            PublishedRules.newBuilder(set("mistake-1", Duration.ofDays(-5), "bea", "rules: []"))
                .setWithdrawnAt(now.minus(Duration.ofDays(4)))
                .build());
    put("old-form", Duration.ofDays(-3), "import", "version: old-form\nrules: none\n");
    put(IN_FORCE, Duration.ofHours(-20), "olga", inForce());
    put(
        "season-1",
        Duration.ofDays(6),
        "olga",
        inForce().replace(IN_FORCE, "season-1").replace("for: 2s", "for: 4s"));
  }

  private void put(String version, Duration from, String by, String yaml) {
    dashboard.bean(ShelfInMemory.class).put(set(version, from, by, yaml));
  }

  private PublishedRules set(String version, Duration from, String by, String yaml) {
    Instant begin = now.plus(from);
    Instant published = begin.isAfter(now) ? now.minus(Duration.ofHours(1)) : begin;
    return PublishedRules.newBuilder()
        .setVersion(version)
        .setEffectiveFrom(begin)
        .setPublishedAt(published.minusSeconds(40))
        .setPublishedBy(by)
        .setYaml(yaml)
        .build();
  }

  private static String inForce() {
    return shipped(IN_FORCE)
        .replace(
            "action: notify-supervisor\n    updates",
            "action: notify-supervisor\n    scope: {queue: [Billing, Returns]}\n    updates");
  }

  private static String shipped(String version) {
    return RuleSet.shippedYaml().replace("default-1", version);
  }
}
