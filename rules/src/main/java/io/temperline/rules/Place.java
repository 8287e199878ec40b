package io.temperline.rules;

/** A place in a text: line and column, both from 1. */
record Place(int line, int column) {

  static final Place BEGINNING = new Place(1, 1);

  /** Where the character at that index of the text is. */
  static Place of(String text, int index) {
    int lineStart = 0;
    int line = 1;
    for (int i = 0; i < index; i++) {
      if (text.charAt(i) == '\n') {
        line++;
        lineStart = i + 1;
      }
    }
    return new Place(line, text.codePointCount(lineStart, index) + 1);
  }
}
