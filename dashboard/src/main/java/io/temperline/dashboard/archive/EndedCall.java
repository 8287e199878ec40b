package io.temperline.dashboard.archive;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.temperline.dashboard.access.Sight;
import java.util.List;

/**
 * A call that is over, as a row. Times are epoch ms of the audio's time.
 *
 * @param emotion the one that filled most of what was scored; null where nothing was
 * @param peakAnger the highest smoothed anger, 0 to 1; null where nothing was scored
 * @param meanAnger its mean over the scored windows, 0 to 1; null where nothing was scored
 * @param valenceTrend the last quarter's mean valence minus the first's, -2 to 2; null where not
 *     known
 * @param severity the worst of its alerts; null where there was none
 * @param rules the rules that raised its alerts, each once
 * @param talkShare the caller's part of the speech of both, 0 to 1; null where not known
 */
@Serdeable
public record EndedCall(
    String id,
    long startedAt,
    long endedAt,
    boolean endInferred,
    long durationMs,
    @Nullable String customer,
    @Nullable String agent,
    @Nullable String queue,
    @Nullable String language,
    @Nullable String emotion,
    @Nullable Float peakAnger,
    @Nullable Float meanAnger,
    @Nullable Float valenceTrend,
    int alerts,
    @Nullable String severity,
    List<String> rules,
    int foundRight,
    int falseAlarms,
    @Nullable Float talkShare,
    int holds,
    long holdMs,
    int windowsScored,
    int windowsNotScored) {

  /** The same with the customer as they may be shown. */
  EndedCall seenWith(Sight sight) {
    if (!sight.isMasked()) {
      return this;
    }
    return new EndedCall(
        id,
        startedAt,
        endedAt,
        endInferred,
        durationMs,
        sight.customer(customer),
        agent,
        queue,
        language,
        emotion,
        peakAnger,
        meanAnger,
        valenceTrend,
        alerts,
        severity,
        rules,
        foundRight,
        falseAlarms,
        talkShare,
        holds,
        holdMs,
        windowsScored,
        windowsNotScored);
  }
}
