package io.temperline.dashboard.tryit;

/** Why a trial cannot go on, for whoever speaks. */
final class EndedTrialException extends RuntimeException {

  EndedTrialException(String message) {
    super(message);
  }
}
