package io.temperline.streams.intake;

import java.util.Optional;

/** Says what is wrong with a record that could be decoded but makes no sense. */
interface RecordCheck<T> {

  /**
   * @param timestamp the record's event time, ms since the epoch
   * @return one line that says what is wrong; empty for a sound record
   */
  Optional<String> objection(String key, T value, long timestamp);
}
