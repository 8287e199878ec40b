package io.temperline.dashboard.floor;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A call as a row of the floor. Times are epoch ms of the audio's time, except {@code asOf}.
 *
 * @param live whether the call goes on
 * @param endInferred whether no gateway said that the call ended: it fell silent
 * @param durationMs from the start to the end, or to the last thing heard of a live call
 * @param asOf when the dashboard last heard of the call, epoch ms of the dashboard's clock; a live
 *     call's duration runs on from there
 * @param language BCP 47; null where not known
 * @param direction INBOUND or OUTBOUND; null where not known
 * @param heldSince null where the call is not on hold
 * @param holds how often it was put on hold, the present one among them
 * @param heldMs time in holds that are over
 * @param emotion the caller's smoothed emotion after the last scored window; null before the first
 * @param confidence the smoothed probability of that emotion, 0 to 1; null where it is, or where
 *     only the history is known
 * @param anger the caller's smoothed anger after the last scored window, 0 to 1; null before the
 *     first
 * @param peakAnger the highest smoothed anger, 0 to 1; null before the first scored window
 * @param angerTrend anger now minus its mean over the 30 s before, -1 to 1; null until there are 30
 *     s to look back on
 * @param talkShare the caller's part of the speech of both, 0 to 1; null where not known
 * @param notScored why the latest window was not scored; null where it was
 * @param alerts every escalation of the call, most urgent first
 * @param recent the last two minutes of anger; in a change, only the points that are new
 */
@Serdeable
public record CallSummary(
    String id,
    boolean live,
    long startedAt,
    @Nullable Long endedAt,
    boolean endInferred,
    long durationMs,
    long asOf,
    @Nullable String customer,
    @Nullable String agent,
    @Nullable String queue,
    @Nullable String language,
    @Nullable String direction,
    @Nullable Long heldSince,
    int holds,
    long heldMs,
    @Nullable String emotion,
    @Nullable Float confidence,
    @Nullable Float anger,
    @Nullable Float peakAnger,
    @Nullable Float angerTrend,
    @Nullable Float talkShare,
    @Nullable String notScored,
    List<Alert> alerts,
    List<AngerPoint> recent) {

  /** Live calls first; of them those whose alert asks most to be looked at, then the angriest. */
  public static final Comparator<CallSummary> BY_ATTENTION =
      Comparator.comparing(CallSummary::live)
          .thenComparing(CallSummary::urgency)
          .thenComparing(CallSummary::angerOrNone)
          .reversed()
          .thenComparing(CallSummary::endedOrStarted, Comparator.reverseOrder())
          .thenComparing(CallSummary::id);

  /** The same with less of the sparkline. */
  public CallSummary withRecent(List<AngerPoint> recent) {
    return with(customer, alerts, recent);
  }

  /** The same, in which customers are told of as {@code customer} and texts say. */
  public CallSummary told(@Nullable String customer, UnaryOperator<String> texts) {
    List<Alert> told = alerts.stream().map(alert -> alert.told(texts)).toList();
    return with(customer, told, recent);
  }

  private int urgency() {
    return alerts.stream().mapToInt(Alert::attention).max().orElse(0);
  }

  private float angerOrNone() {
    return live && anger != null ? anger : -1;
  }

  private long endedOrStarted() {
    return endedAt != null ? endedAt : startedAt;
  }

  private CallSummary with(String customer, List<Alert> alerts, List<AngerPoint> recent) {
    return new CallSummary(
        id,
        live,
        startedAt,
        endedAt,
        endInferred,
        durationMs,
        asOf,
        customer,
        agent,
        queue,
        language,
        direction,
        heldSince,
        holds,
        heldMs,
        emotion,
        confidence,
        anger,
        peakAnger,
        angerTrend,
        talkShare,
        notScored,
        alerts,
        recent);
  }
}
