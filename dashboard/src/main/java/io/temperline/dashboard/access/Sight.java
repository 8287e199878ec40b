package io.temperline.dashboard.access;

import io.micronaut.core.annotation.Nullable;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody is shown. Whoever answers with something about a call asks here first: a call that
 * is not seen is answered as one that does not exist.
 *
 * @param queues the only queues that are seen; absent for all
 * @param isMasked whether customers are masked
 */
public record Sight(Optional<Set<String>> queues, boolean isMasked) {

  /** Everything, as it is. */
  public static final Sight ALL = new Sight(Optional.empty(), false);

  public Sight {
    queues = queues.map(Set::copyOf);
  }

  /**
   * @param queue the call's; null where it is not known, which only those see who see all
   */
  public boolean sees(@Nullable String queue) {
    return queues.isEmpty() || (queue != null && queues.get().contains(queue));
  }

  /** Whether there may be queues that are not seen. */
  public boolean isLimited() {
    return queues.isPresent();
  }

  /** The customer as it may be shown. */
  public @Nullable String customer(@Nullable String customer) {
    return isMasked ? Mask.of(customer) : customer;
  }

  /** The text with the customer in it as it may be shown. */
  public @Nullable String text(@Nullable String text, @Nullable String customer) {
    return isMasked ? Mask.within(text, customer) : text;
  }
}
