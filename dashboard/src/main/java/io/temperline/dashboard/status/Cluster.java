package io.temperline.dashboard.status;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;

/** What the broker knows of the streams application. */
interface Cluster {

  /**
   * @param group the application's id
   * @param state of its group, such as STABLE; null where the broker knows no such group
   * @param lag records of all its topics that it has not processed yet; null where not known
   * @param deadLetters that its topic holds, of the last hour or so; null where not known
   * @param undelivered the same of what no target took
   * @param problem why something is not known; null where all is
   */
  @Serdeable
  record Standing(
      String group,
      @Nullable String state,
      @Nullable Long lag,
      @Nullable Long deadLetters,
      @Nullable Long undelivered,
      @Nullable String problem) {}

  /** Asks the broker, and waits for it a few seconds. */
  Standing standing();
}
