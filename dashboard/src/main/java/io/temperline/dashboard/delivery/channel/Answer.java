package io.temperline.dashboard.delivery.channel;

import java.time.Duration;
import java.util.Optional;

/**
 * What came of an attempt.
 *
 * @param detail for people, in one line: what the other side said; holds no secret
 * @param retryAfter how long the other side asks us to wait
 */
public record Answer(Kind kind, String detail, Optional<Duration> retryAfter) {

  /** TRY_LATER may go well another time, REFUSED will not. */
  public enum Kind {
    ACCEPTED,
    TRY_LATER,
    REFUSED
  }

  public static Answer accepted(String detail) {
    return new Answer(Kind.ACCEPTED, detail, Optional.empty());
  }

  static Answer tryLater(String detail) {
    return new Answer(Kind.TRY_LATER, detail, Optional.empty());
  }

  public static Answer refused(String detail) {
    return new Answer(Kind.REFUSED, detail, Optional.empty());
  }

  public boolean isAccepted() {
    return kind == Kind.ACCEPTED;
  }
}
