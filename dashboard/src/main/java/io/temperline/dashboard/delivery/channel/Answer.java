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

  /** Either it was taken, or something speaks against the letter, or against the target. */
  public enum Kind {
    ACCEPTED,
    /** It may go well another time. */
    TRY_LATER,
    /** This letter will not go well another time; others may. */
    REFUSED,
    /** No letter will go well: the target, as it is set up, does not take any. */
    TURNED_AWAY
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

  static Answer turnedAway(String detail) {
    return new Answer(Kind.TURNED_AWAY, detail, Optional.empty());
  }

  /** Whether the next letter is likely to fare no better. */
  public boolean speaksAgainstTarget() {
    return kind == Kind.TRY_LATER || kind == Kind.TURNED_AWAY;
  }

  public boolean isAccepted() {
    return kind == Kind.ACCEPTED;
  }
}
