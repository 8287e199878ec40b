package io.temperline.streams.intake;

import java.util.Optional;

/** Says what is wrong with a record that could be decoded but makes no sense. */
interface RecordCheck<T> {

  /** A longer one would leave no room for what is said of the call. */
  int LONGEST_CALL_ID = 1000;

  /**
   * @param timestamp when the broker got it, ms since the epoch
   * @return one line that says what is wrong; empty for a sound record
   */
  Optional<String> objection(String key, T value, long timestamp);

  /** What is wrong with a record's key, which must be the call's id. */
  static Optional<String> objectionToKey(String key, String callId) {
    if (callId.length() > LONGEST_CALL_ID) {
      return Optional.of(
          "callId of %d characters, at most %d are allowed"
              .formatted(callId.length(), LONGEST_CALL_ID));
    }
    return callId.equals(key)
        ? Optional.empty()
        : Optional.of("the key '%.100s' is not the callId '%s'".formatted(key, callId));
  }
}
