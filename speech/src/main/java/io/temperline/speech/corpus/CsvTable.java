package io.temperline.speech.corpus;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A table in a file, UTF-8, cells parted by commas: one may stand in quotation marks, but holds no
 * comma.
 *
 * @param file where it comes from
 * @param header names of the columns
 * @param rows each with as many cells as the header has
 */
record CsvTable(Path file, List<String> header, List<List<String>> rows) {

  /**
   * @param corpus name that the corpus was given, for the complaints
   * @throws UnusableCorpusException where it is no such table
   */
  static CsvTable read(String corpus, Path file) {
    List<String> lines = linesOf(corpus, file);
    if (lines.isEmpty()) {
      throw new UnusableCorpusException("corpus " + corpus + ": " + file + " is empty");
    }
    List<String> header = cells(lines.get(0));
    List<List<String>> rows = new ArrayList<>();
    for (int line = 1; line < lines.size(); line++) {
      if (lines.get(line).isBlank()) {
        continue;
      }
      List<String> cells = cells(lines.get(line));
      if (cells.size() != header.size()) {
        throw new UnusableCorpusException(
            "corpus %s: %s line %d has %d cells where its header has %d"
                .formatted(corpus, file, line + 1, cells.size(), header.size()));
      }
      rows.add(cells);
    }
    return new CsvTable(file, header, rows);
  }

  /**
   * The place of a column that has to be there.
   *
   * @throws UnusableCorpusException where it is not
   */
  int column(String name) {
    int column = header.indexOf(name);
    if (column < 0) {
      throw new UnusableCorpusException(file + " has no column '" + name + "'");
    }
    return column;
  }

  private static List<String> cells(String line) {
    return Stream.of(line.split(",", -1)).map(cell -> cell.replaceAll("^\"|\"$", "")).toList();
  }

  private static List<String> linesOf(String corpus, Path file) {
    try {
      return Files.readAllLines(file);
    } catch (MalformedInputException e) {
      throw new UnusableCorpusException("corpus " + corpus + ": " + file + " is not UTF-8 text");
    } catch (IOException e) {
      throw new UnusableCorpusException("corpus " + corpus + ": cannot read " + file);
    }
  }
}
