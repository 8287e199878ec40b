package io.temperline.dashboard.source;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How the topics are read.
 *
 * @param lookBack how far back calls, emotions and escalations are read at the start
 * @param historyLookBack how far back histories are read at the start: the ended calls that are
 *     shown after a restart
 * @param retryAfter the wait after Kafka or the registry could not be reached
 * @param probeAfter after so long without a record it is checked that Kafka still answers
 */
@ConfigurationProperties("dashboard.source")
public record SourceSettings(
    @Bindable(defaultValue = "1h") Duration lookBack,
    @Bindable(defaultValue = "1d") Duration historyLookBack,
    @Bindable(defaultValue = "2s") Duration retryAfter,
    @Bindable(defaultValue = "5s") Duration probeAfter) {

  /** The settings of a deployment that sets none. */
  public static SourceSettings defaults() {
    return new SourceSettings(
        Duration.ofHours(1), Duration.ofDays(1), Duration.ofSeconds(2), Duration.ofSeconds(5));
  }
}
