package io.temperline.rules;

/**
 * The value of a YAML scalar, or a part of it, that knows where each of its characters stands in
 * the file, however the scalar is quoted, folded or indented there.
 *
 * @param file the whole file
 * @param start index of the scalar's first character in it, the quote or {@code |} included
 * @param whole the scalar's value
 * @param from index in it where this part begins
 * @param value this part
 */
record Text(String file, int start, String whole, int from, String value) {

  static Text of(String file, int start, String value) {
    return new Text(file, start, value, 0, value);
  }

  Text part(int begin, int end) {
    return new Text(file, start, whole, from + begin, value.substring(begin, end));
  }

  Place place() {
    return placeAt(0);
  }

  /**
   * Where the character at that index of the value stands. YAML changes only white space and,
   * within quotes, escapes: so the n-th visible character of the value is the n-th of the file's.
   */
  Place placeAt(int index) {
    int inWhole = Math.min(from + Math.max(0, index), whole.length());
    int visible = (int) whole.substring(0, inWhole).codePoints().filter(c -> c > ' ').count();
    int at = contentStart();
    for (int seen = 0; at < file.length(); at += width(at)) {
      if (isVisible(at) && seen++ == visible) {
        return Place.of(file, at);
      }
      if (seen == visible && inWhole == whole.length()) {
        return Place.of(file, Math.min(at + width(at), file.length()));
      }
    }
    return Place.of(file, Math.min(start, file.length()));
  }

  private int contentStart() {
    return switch (style()) {
      case '"', '\'' -> start + 1;
      case '|', '>' -> {
        int headerEnd = file.indexOf('\n', start);
        yield headerEnd < 0 ? file.length() : headerEnd;
      }
      default -> start;
    };
  }

  private char style() {
    return start < file.length() ? file.charAt(start) : ' ';
  }

  /** How many characters of the file stand for the one there. */
  private int width(int at) {
    if (style() == '\'' && file.startsWith("''", at)) {
      return 2;
    }
    if (style() == '"' && file.charAt(at) == '\\' && at + 1 < file.length()) {
      return switch (file.charAt(at + 1)) {
        case 'x' -> 4;
        case 'u' -> 6;
        case 'U' -> 10;
        default -> 2;
      };
    }
    return Character.charCount(file.codePointAt(at));
  }

  private boolean isVisible(int at) {
    if (style() == '"' && file.charAt(at) == '\\' && at + 1 < file.length()) {
      return "ntr \n\r\t0abevf".indexOf(file.charAt(at + 1)) < 0;
    }
    return file.charAt(at) > ' ';
  }
}
