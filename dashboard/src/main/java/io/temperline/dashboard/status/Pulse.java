package io.temperline.dashboard.status;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.temperline.dashboard.source.EmotionWatch;
import io.temperline.schemas.EmotionEvent;
import io.temperline.schemas.ModelVersions;
import io.temperline.schemas.WindowStatus;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The windows of the last minute, by the dashboard's clock. Thread-safe. */
@Singleton
final class Pulse implements EmotionWatch {

  private static final Duration SPAN = Duration.ofMinutes(1);

  /** More windows than an installation can judge in a minute would be a fault elsewhere. */
  private static final int MOST = 200_000;

  private final Clock clock;
  private final Deque<Beat> beats = new ArrayDeque<>();

  Pulse(Clock clock) {
    this.clock = clock;
  }

  private record Beat(
      Instant heardAt, String notScored, float lost, long behindMs, ModelVersions versions) {}

  /**
   * The minute in figures.
   *
   * @param scoredPerSecond windows
   * @param notScored windows by the reason
   * @param lostShare of the audio of its windows, 0 to 1; null where there were none
   * @param behindMs how long after the end of its audio half of the windows were heard of here; the
   *     gateways' clocks are part of it
   * @param models that judged them
   */
  @Serdeable
  record Minute(
      double scoredPerSecond,
      Map<String, Long> notScored,
      @Nullable Double lostShare,
      @Nullable Long behindMs,
      List<String> models) {}

  @Override
  public synchronized void heard(EmotionEvent event, Instant asOf) {
    boolean scored = event.getStatus() == WindowStatus.SCORED;
    beats.add(
        new Beat(
            asOf,
            scored ? null : String.valueOf(event.getReason()),
            event.getQuality().getLostShare(),
            Duration.between(event.getEndsAt(), asOf).toMillis(),
            event.getVersions()));
    forget();
  }

  synchronized Minute minute() {
    forget();
    return new Minute(
        count(beat -> beat.notScored() == null) / (double) SPAN.toSeconds(),
        beats.stream()
            .filter(beat -> beat.notScored() != null)
            .collect(Collectors.groupingBy(Beat::notScored, TreeMap::new, Collectors.counting())),
        beats.isEmpty() ? null : beats.stream().mapToDouble(Beat::lost).average().orElseThrow(),
        median(),
        beats.stream().map(Beat::versions).map(Pulse::name).distinct().sorted().toList());
  }

  private long count(Predicate<Beat> those) {
    return beats.stream().filter(those).count();
  }

  private Long median() {
    List<Long> sorted = beats.stream().map(Beat::behindMs).sorted().toList();
    return sorted.isEmpty() ? null : sorted.get(sorted.size() / 2);
  }

  private static String name(ModelVersions versions) {
    return String.join(
        " · ", versions.getModel(), versions.getCalibration(), versions.getFeatures());
  }

  private void forget() {
    Instant since = clock.instant().minus(SPAN);
    while (!beats.isEmpty() && (beats.size() > MOST || beats.peek().heardAt().isBefore(since))) {
      beats.remove();
    }
  }
}
