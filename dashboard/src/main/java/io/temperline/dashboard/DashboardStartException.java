package io.temperline.dashboard;

import io.temperline.dashboard.access.UnusableAccessException;
import io.temperline.dashboard.delivery.UnusableDeliveryException;

/**
 * The dashboard cannot start; the message says why, in one line, or in one for each setting of the
 * deliveries that has to be changed.
 */
public final class DashboardStartException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  DashboardStartException(String message, Throwable cause) {
    super(message, cause);
  }

  static DashboardStartException of(RuntimeException error) {
    return error instanceof DashboardStartException known
        ? known
        : new DashboardStartException(reason(error), error);
  }

  /** What went wrong and, where that is said elsewhere, why: the first line of each. */
  private static String reason(Throwable error) {
    Throwable innermost = error;
    while (innermost.getCause() != null) {
      innermost = innermost.getCause();
    }
    if (innermost instanceof UnusableDeliveryException
        || innermost instanceof UnusableAccessException) {
      return innermost.getMessage();
    }
    String what = firstLine(error);
    return innermost == error ? what : what + ": " + firstLine(innermost);
  }

  private static String firstLine(Throwable error) {
    return String.valueOf(error.getMessage()).lines().findFirst().orElse(error.toString());
  }
}
