package io.temperline.speech.corpus;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A corpus's {@code labels.csv}: at least the columns {@code file}, {@code speaker}, {@code
 * emotion} and {@code split}, in any order; {@code sex} and {@code intensity} are read where they
 * are.
 */
final class LabelsFile {

  static final String NAME = "labels.csv";

  private LabelsFile() {}

  /**
   * @throws UnusableCorpusException where a column is missing or a line has not as many cells
   */
  static List<CorpusClip> read(String corpus, Path folder) {
    CsvTable table = CsvTable.read(corpus, folder.resolve(NAME));
    int file = table.column("file");
    int speaker = table.column("speaker");
    int emotion = table.column("emotion");
    int split = table.column("split");
    int sex = table.header().indexOf("sex");
    int intensity = table.header().indexOf("intensity");
    return table.rows().stream()
        .map(
            row ->
                new CorpusClip(
                    corpus,
                    folder.resolve(row.get(file)),
                    row.get(speaker),
                    row.get(emotion).toLowerCase(Locale.ROOT),
                    row.get(split),
                    known(row, sex),
                    known(row, intensity)))
        .toList();
  }

  private static Optional<String> known(List<String> row, int column) {
    return column < 0
        ? Optional.empty()
        : Optional.of(row.get(column).strip().toLowerCase(Locale.ROOT))
            .filter(value -> !value.isEmpty());
  }
}
