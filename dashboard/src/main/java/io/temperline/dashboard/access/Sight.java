package io.temperline.dashboard.access;

import io.micronaut.core.annotation.Nullable;

/**
 * What somebody is shown. Whoever answers with something about a call asks here first: a call that
 * is not seen is answered as one that does not exist.
 */
public interface Sight {

  /** Everything, as it is. */
  Sight ALL =
      new Sight() {
        @Override
        public boolean sees(@Nullable String queue) {
          return true;
        }

        @Override
        public boolean isLimited() {
          return false;
        }

        @Override
        public boolean isMasked() {
          return false;
        }
      };

  /**
   * @param queue the call's; null where it is not known, which only those see who see all
   */
  boolean sees(@Nullable String queue);

  /** Whether there may be queues that are not seen. */
  boolean isLimited();

  /** Whether customers are masked. */
  boolean isMasked();

  /** The customer as it may be shown. */
  default @Nullable String customer(@Nullable String customer) {
    return isMasked() ? Mask.of(customer) : customer;
  }

  /** The text with the customer in it as it may be shown. */
  default @Nullable String text(@Nullable String text, @Nullable String customer) {
    return isMasked() ? Mask.within(text, customer) : text;
  }
}
