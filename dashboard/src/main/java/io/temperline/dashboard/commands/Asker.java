package io.temperline.dashboard.commands;

/** Who asks for something. */
final class Asker {

  private static final int LONGEST_NAME = 200;

  private Asker() {}

  /**
   * @throws InvalidCommandException where that is not said
   */
  static String require(String by) {
    if (by == null || by.isBlank() || by.length() > LONGEST_NAME) {
      throw new InvalidCommandException(
          "say who asks, in up to %d characters".formatted(LONGEST_NAME));
    }
    return by;
  }
}
