package io.temperline.streams.escalation;

import java.time.Duration;

/**
 * The rule that escalates an angry caller: smoothed anger at or above a level, sustained over some
 * seconds of scored speech, raises an alert; it clears once anger has stayed below a lower level
 * for a time, and then rests for a while. Windows that are not scored neither add to it nor break
 * it.
 *
 * @param name how escalations call the rule
 * @param version changes whenever the figures change
 * @param emotion the label whose smoothed probability is watched
 * @param raiseAt the level at which it holds, 0 to 1
 * @param sustained seconds of scored speech at or above that level before it raises
 * @param clearBelow the level below which it calms down; lower than {@code raiseAt} (hysteresis)
 * @param calm seconds of scored speech below that level before it clears
 * @param cooldown time after clearing in which it does not raise again
 * @param worsening rise of the peak that is worth an update
 * @param recommendedAction what the supervisor is advised to do
 */
public record AngerRule(
    String name,
    String version,
    String emotion,
    float raiseAt,
    Duration sustained,
    float clearBelow,
    Duration calm,
    Duration cooldown,
    float worsening,
    String recommendedAction) {

  public AngerRule {
    if (!(0 <= clearBelow && clearBelow <= raiseAt && raiseAt <= 1)) {
      throw new IllegalArgumentException(
          "rule %s: need 0 <= clearBelow (%s) <= raiseAt (%s) <= 1"
              .formatted(name, clearBelow, raiseAt));
    }
  }
}
