package io.temperline.rules;

/**
 * What is wrong with a rule set.
 *
 * @param line of the file, from 1
 * @param column in characters, from 1
 * @param message what is wrong and what to do about it, on one line
 */
public record Problem(int line, int column, String message) {

  public Problem {
    message = message.replaceAll("\\s+", " ");
  }

  @Override
  public String toString() {
    return "line %d, column %d: %s".formatted(line, column, message);
  }
}
