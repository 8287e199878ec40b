package io.temperline.dashboard.delivery;

import io.temperline.dashboard.delivery.channel.Channel;

/** Somebody who is told of escalations. */
record Target(
    String name, Kind kind, Channel channel, Filter filter, RetryPlan retry, CircuitPlan circuit) {

  /** The shape that it takes alerts in. */
  enum Kind {
    WEBHOOK,
    SLACK,
    PAGERDUTY,
    MAIL
  }
}
