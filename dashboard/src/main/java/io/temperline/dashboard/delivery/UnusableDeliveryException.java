package io.temperline.dashboard.delivery;

import java.util.List;

/** The targets cannot be used as they are set; the message has a line for each thing to change. */
public final class UnusableDeliveryException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnusableDeliveryException(List<String> problems) {
    super(String.join("\n", problems));
  }
}
