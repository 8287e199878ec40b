package io.temperline.standalone;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as people write and read them. */
public final class Times {

  private static final Pattern SPAN =
      Pattern.compile("(?=\\d)(?:(\\d{1,5})d)?(?:(\\d{1,5})h)?(?:(\\d{1,5})m)?(?:(\\d{1,5})s)?");

  private Times() {}

  /**
   * A moment, such as {@code 2026-11-21T08:00:00Z}.
   *
   * @param option whose value it is
   * @throws CannotStartException where it is none
   */
  public static Instant moment(String option, String text) {
    return offsetTime(text)
        .orElseThrow(
            () ->
                new CannotStartException(
                    "%s takes a time with its offset, such as 2026-11-21T08:00:00Z, not '%s'"
                        .formatted(option, text)));
  }

  /**
   * A span of time, such as {@code 1h30m} or {@code 7d}.
   *
   * @param option whose value it is
   * @throws CannotStartException where it is none
   */
  public static Duration span(String option, String text) {
    return span(text)
        .orElseThrow(
            () ->
                new CannotStartException(
                    "%s takes a span of time, such as 10m or 1h30m, not '%s'"
                        .formatted(option, text)));
  }

  /**
   * A moment, or how long before now it was.
   *
   * @param option whose value it is
   * @throws CannotStartException where it is neither
   */
  public static Instant since(String option, String text, Instant now) {
    return offsetTime(text)
        .or(() -> span(text).map(now::minus))
        .orElseThrow(
            () ->
                new CannotStartException(
                    "%s takes a time such as 2026-11-21T08:00:00Z or a span such as 24h, not '%s'"
                        .formatted(option, text)));
  }

  /** Minutes and seconds, as 07:31. */
  public static String minutes(Duration time) {
    return String.format(
        Locale.ROOT, "%02d:%02d", time.toMinutes(), Math.floorMod(time.toSeconds(), 60));
  }

  private static Optional<Instant> offsetTime(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<Duration> span(String text) {
    Matcher span = SPAN.matcher(text);
    return span.matches()
        ? Optional.of(
            Duration.ofDays(number(span.group(1)))
                .plusHours(number(span.group(2)))
                .plusMinutes(number(span.group(3)))
                .plusSeconds(number(span.group(4))))
        : Optional.empty();
  }

  private static long number(String digits) {
    return digits == null ? 0 : Long.parseLong(digits);
  }
}
