package io.temperline.dashboard.web;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How often readers of the event streams hear something.
 *
 * @param beat how often a reader is told what is new
 * @param sign after so long without news a reader is told that there is none
 */
@ConfigurationProperties("dashboard.feed")
record FeedPace(
    @Bindable(defaultValue = "250ms") Duration beat, @Bindable(defaultValue = "5s") Duration sign) {

  /** What a reader waits after it has lost its stream. */
  static final Duration RECONNECT_AFTER = Duration.ofSeconds(1);
}
