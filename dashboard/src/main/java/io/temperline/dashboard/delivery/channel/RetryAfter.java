package io.temperline.dashboard.delivery.channel;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** The header {@code Retry-After} of RFC 9110: seconds, or a date. */
final class RetryAfter {

  private RetryAfter() {}

  /** Empty where it says nothing that can be understood. */
  static Optional<Duration> read(String value, Instant now) {
    try {
      return Optional.of(Duration.ofSeconds(Long.parseUnsignedLong(value.strip())))
          .filter(wait -> !wait.isNegative());
    } catch (NumberFormatException e) {
      return date(value.strip())
          .map(date -> Duration.between(now, date))
          .map(RetryAfter::atLeastNone);
    }
  }

  private static Optional<Instant> date(String value) {
    try {
      return Optional.of(
          ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Duration atLeastNone(Duration wait) {
    return wait.isNegative() ? Duration.ZERO : wait;
  }
}
