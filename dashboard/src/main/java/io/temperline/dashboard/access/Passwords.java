package io.temperline.dashboard.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import at.favre.lib.crypto.bcrypt.BCrypt;
import java.util.regex.Pattern;

/** Passwords by bcrypt. */
public final class Passwords {

  /** About a quarter of a second on one core of today. */
  private static final int COST = 12;

  /** What bcrypt reads of a password. */
  private static final int LONGEST = 72;

  private static final int SHORTEST = 10;
  private static final Pattern HASH = Pattern.compile("\\$2[aby]\\$(\\d\\d)\\$[./A-Za-z0-9]{53}");
  private static final int LEAST_COST = 10;
  private static final int MOST_COST = 16;

  private Passwords() {}

  /**
   * @throws IllegalArgumentException in a line that says what to change
   */
  public static String hash(String password) {
    if (password.codePointCount(0, password.length()) < SHORTEST || isTooLong(password)) {
      throw new IllegalArgumentException(
          "a password has %d characters or more, and up to %d bytes".formatted(SHORTEST, LONGEST));
    }
    return BCrypt.withDefaults().hashToString(COST, password.toCharArray());
  }

  static boolean isHash(String text) {
    var match = HASH.matcher(text);
    return match.matches()
        && Integer.parseInt(match.group(1)) >= LEAST_COST
        && Integer.parseInt(match.group(1)) <= MOST_COST;
  }

  static boolean match(String password, String hash) {
    return !isTooLong(password) && BCrypt.verifyer().verify(password.toCharArray(), hash).verified;
  }

  private static boolean isTooLong(String password) {
    return password.getBytes(UTF_8).length > LONGEST;
  }
}
