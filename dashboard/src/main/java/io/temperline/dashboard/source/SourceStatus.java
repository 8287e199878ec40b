package io.temperline.dashboard.source;

import io.micronaut.serde.annotation.Serdeable;

/**
 * How the reading of the topics goes.
 *
 * @param since when this state began, epoch ms
 * @param detail what is wrong, in one sentence; empty where nothing is
 * @param unreadable records that were passed over because they could not be read
 */
@Serdeable
public record SourceStatus(State state, long since, String detail, long unreadable) {

  /** CATCHING_UP reads what was written before the start; AWAY waits for Kafka or the registry. */
  public enum State {
    CONNECTING,
    CATCHING_UP,
    LIVE,
    AWAY
  }
}
