package io.temperline.dashboard.archive;

import io.micronaut.core.annotation.Nullable;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/** Moments as requests name them. */
final class Times {

  private Times() {}

  /**
   * @param name of the parameter, for the message
   * @param otherwise epoch ms, where the text is empty or null
   * @throws UnusableSearchException where it is no moment
   */
  static long parse(String name, @Nullable String text, long otherwise) {
    if (text == null || text.isEmpty()) {
      return otherwise;
    }
    try {
      return text.matches("-?\\d{1,15}")
          ? Long.parseLong(text)
          : Instant.parse(text).toEpochMilli();
    } catch (DateTimeParseException e) {
      throw new UnusableSearchException(
          name + " is '" + text + "': write a moment such as 2026-11-21T08:00:00Z, or epoch ms");
    }
  }
}
