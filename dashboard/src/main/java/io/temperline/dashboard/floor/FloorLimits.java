package io.temperline.dashboard.floor;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/**
 * How much the floor keeps in memory.
 *
 * @param keepEnded ended calls that are kept, the latest ended first
 * @param keepWindows windows that are kept of one call; the oldest go first
 * @param silentAfter a live call of which nothing was heard for this long is no longer shown; it
 *     comes back with its next record
 */
@ConfigurationProperties("dashboard.floor")
public record FloorLimits(
    @Bindable(defaultValue = "200") @Min(0) @Max(10_000) int keepEnded,
    @Bindable(defaultValue = "3600") @Min(120) @Max(100_000) int keepWindows,
    @Bindable(defaultValue = "30m") Duration silentAfter) {

  /** The limits of a deployment that sets none. */
  public static FloorLimits defaults() {
    return new FloorLimits(200, 3600, Duration.ofMinutes(30));
  }
}
