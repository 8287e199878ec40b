package io.temperline.dashboard.web;

import java.util.Optional;

/**
 * Where a reader of the floor's stream stands, written as the id of the event that it got last.
 *
 * @param epoch what counts the beats: each counts from one
 */
record Cursor(String epoch, long number) {

  String id() {
    return epoch + "-" + number;
  }

  /** Empty where the text is not such an id. */
  static Optional<Cursor> parse(String id) {
    int dash = id.indexOf('-');
    if (dash < 1 || !id.substring(dash + 1).matches("\\d{1,18}")) {
      return Optional.empty();
    }
    return Optional.of(new Cursor(id.substring(0, dash), Long.parseLong(id.substring(dash + 1))));
  }
}
