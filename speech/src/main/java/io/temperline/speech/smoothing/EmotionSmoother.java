package io.temperline.speech.smoothing;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Smooths a call's emotions over its scored windows: an exponential moving average whose memory is
 * a time, so that it does not depend on how often windows come.
 */
public final class EmotionSmoother {

  /** Time constant where nothing else is asked for. */
  public static final Duration DEFAULT_TIME_CONSTANT = Duration.ofSeconds(1);

  private final double timeConstantMs;

  /**
   * @param timeConstant after which a steady change has come through to 63 %, above 0
   */
  public EmotionSmoother(Duration timeConstant) {
    if (timeConstant.isNegative() || timeConstant.isZero()) {
      throw new IllegalArgumentException(
          "the smoothing time constant must be above 0, not " + timeConstant);
    }
    this.timeConstantMs = timeConstant.toMillis();
  }

  /**
   * @param previous smoothed probabilities so far; empty at the first window, which is taken as it
   *     is
   * @param current the new window's probabilities
   * @param hop time since the window before
   * @return the smoothed probabilities, in the order of {@code current}
   */
  public Map<String, Float> smooth(
      Map<String, Float> previous, Map<String, Float> current, Duration hop) {
    if (previous.isEmpty()) {
      return new LinkedHashMap<>(current);
    }
    double kept = Math.exp(-hop.toMillis() / timeConstantMs);
    Map<String, Float> smoothed = new LinkedHashMap<>();
    current.forEach(
        (label, value) ->
            smoothed.put(
                label, (float) (kept * previous.getOrDefault(label, 0f) + (1 - kept) * value)));
    return smoothed;
  }
}
