package io.temperline.dashboard;

/** The dashboard cannot start; the message says why, in one line. */
public final class DashboardStartException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  DashboardStartException(String message, Throwable cause) {
    super(message, cause);
  }
}
