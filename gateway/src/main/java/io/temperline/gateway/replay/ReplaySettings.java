package io.temperline.gateway.replay;

import io.temperline.schemas.CallerInformed;

/**
 * How recordings are replayed.
 *
 * @param speed 1 as in life, N for N times as fast, 0 as fast as Kafka takes the records
 * @param callerInformed whether callers were told of the analysis, where a call's details do not
 *     say
 */
public record ReplaySettings(double speed, CallerInformed callerInformed) {

  /**
   * @throws IllegalArgumentException on a speed that is negative or not a number
   */
  public ReplaySettings {
    if (!(speed >= 0) || Double.isInfinite(speed)) {
      throw new IllegalArgumentException("speed is " + speed + "; it must be 0 or more");
    }
  }

  /** At {@code speed}, with callers who were told of the analysis. */
  public static ReplaySettings atSpeed(double speed) {
    return new ReplaySettings(speed, CallerInformed.INFORMED);
  }
}
