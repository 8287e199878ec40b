package io.temperline.dashboard.settings;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Something that nobody may read in a log: it prints as stars. */
public final class Secret {

  private final String value;

  public Secret(String value) {
    this.value = value;
  }

  /** Goes to nobody but the other side. */
  public String reveal() {
    return value;
  }

  public int bytes() {
    return value.getBytes(UTF_8).length;
  }

  @Override
  public String toString() {
    return "***";
  }
}
