package io.temperline.standalone;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Rows of text under heads, in columns as wide as they need to be. */
public final class TextTable {

  private static final String GAP = "  ";
  private static final String TO_THE_RIGHT = ">";

  private final List<Boolean> right;
  private final List<List<String>> rows = new ArrayList<>();

  /**
   * @param heads of the columns; those that begin with {@code >} are flush right
   */
  public TextTable(String... heads) {
    right = Stream.of(heads).map(head -> head.startsWith(TO_THE_RIGHT)).toList();
    rows.add(Stream.of(heads).map(head -> head.replaceFirst("^" + TO_THE_RIGHT, "")).toList());
  }

  /** Adds a row, a cell for each head. */
  public void add(Object... cells) {
    rows.add(Stream.of(cells).map(cell -> String.valueOf(cell).replaceAll("\\s+", " ")).toList());
  }

  public boolean isEmpty() {
    return rows.size() == 1;
  }

  /** A line for the heads and for each row. */
  @Override
  public String toString() {
    List<Integer> widths = columns().mapToObj(this::width).toList();
    return rows.stream().map(row -> line(row, widths)).collect(Collectors.joining());
  }

  private String line(List<String> row, List<Integer> widths) {
    return columns()
            .mapToObj(column -> cell(row.get(column), widths.get(column), right.get(column)))
            .collect(Collectors.joining(GAP))
            .stripTrailing()
        + System.lineSeparator();
  }

  private static String cell(String text, int width, boolean right) {
    String space = " ".repeat(width - text.length());
    return right ? space + text : text + space;
  }

  private int width(int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
  }

  private IntStream columns() {
    return IntStream.range(0, right.size());
  }
}
