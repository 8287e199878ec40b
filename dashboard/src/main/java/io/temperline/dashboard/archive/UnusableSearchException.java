package io.temperline.dashboard.archive;

/** A search that asks for what there is not; the message says what there is. */
final class UnusableSearchException extends RuntimeException {

  UnusableSearchException(String message) {
    super(message);
  }
}
