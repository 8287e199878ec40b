package io.temperline.dashboard.floor;

import io.micronaut.core.annotation.Nullable;

/** Three digits say all that a page can show, and halve what is sent. */
final class Rounded {

  private Rounded() {}

  /** Null for what is not known, or no number. */
  static Float to3(@Nullable Float value) {
    return value == null || !Float.isFinite(value)
        ? null
        : (Float) (Math.round(value * 1000) / 1000f);
  }
}
