package io.temperline.streams.intake;

/**
 * A record's value as it came in: readable, or unreadable with the bytes as they were and the
 * cause. Carrying the unreadable ones onward, instead of throwing, lets the topology send them to
 * the dead-letter topic and go on.
 */
sealed interface Received<T> {

  /**
   * @param raw the bytes that the value was read from
   */
  record Readable<T>(T value, byte[] raw) implements Received<T> {}

  /**
   * @param raw the value's bytes, null where the record had none
   */
  record Unreadable<T>(byte[] raw, String cause) implements Received<T> {}
}
