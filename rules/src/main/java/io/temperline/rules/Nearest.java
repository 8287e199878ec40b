package io.temperline.rules;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the name that somebody may have meant. */
final class Nearest {

  /** Longer ones are no slips. */
  private static final int LONGEST = 60;

  private Nearest() {}

  /** The name fewest edits away, unless that would change more than half of it. */
  static Optional<String> to(String written, Collection<String> names) {
    if (written.length() > LONGEST) {
      return Optional.empty();
    }
    return names.stream()
        .min(Comparator.comparingInt((String name) -> distance(written, name)))
        .filter(name -> 2 * distance(written, name) <= name.length());
  }

  /** As a question to put behind what is wrong, or else the names there are. */
  static String question(String written, Collection<String> names) {
    return to(written, names)
        .map("did you mean '%s'?"::formatted)
        .orElse("there are " + String.join(", ", names));
  }

  /** Levenshtein's, a row at a time. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
