package io.temperline.speech.corpus;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A folder of recordings with a {@code labels.csv} that has at least the columns {@code file},
 * {@code speaker}, {@code emotion} and {@code split}, in any order and without quoting; a column
 * {@code sex} is read where there is one.
 *
 * @param name name by which results speak of it
 * @param clips every labelled recording, in the order of the file
 */
public record Corpus(String name, List<CorpusClip> clips) {

  private static final String LABELS_FILE = "labels.csv";

  public Corpus {
    clips = List.copyOf(clips);
  }

  /**
   * Reads the labels; recordings are not opened.
   *
   * @throws UnusableCorpusException where the folder, its labels or a column is missing
   */
  public static Corpus read(String name, Path folder) {
    Path labels = folder.resolve(LABELS_FILE);
    List<String> lines = linesOf(name, labels);
    if (lines.isEmpty()) {
      throw new UnusableCorpusException("corpus " + name + ": " + labels + " is empty");
    }
    List<String> header = List.of(lines.get(0).split(",", -1));
    int file = column(header, "file", labels);
    int speaker = column(header, "speaker", labels);
    int emotion = column(header, "emotion", labels);
    int split = column(header, "split", labels);
    int sex = header.indexOf("sex");
    List<CorpusClip> clips = new ArrayList<>();
    for (int line = 1; line < lines.size(); line++) {
      if (lines.get(line).isBlank()) {
        continue;
      }
      String[] cells = lines.get(line).split(",", -1);
      if (cells.length != header.size()) {
        throw new UnusableCorpusException(
            "corpus %s: %s line %d has %d cells where its header has %d"
                .formatted(name, labels, line + 1, cells.length, header.size()));
      }
      clips.add(
          new CorpusClip(
              name,
              folder.resolve(cells[file]),
              cells[speaker],
              cells[emotion].toLowerCase(Locale.ROOT),
              cells[split],
              sex < 0 ? Optional.empty() : known(cells[sex])));
    }
    return new Corpus(name, clips);
  }

  /** The clips of the splits named, in the order of the file. */
  public List<CorpusClip> of(Collection<String> splits) {
    return clips.stream().filter(clip -> splits.contains(clip.split())).toList();
  }

  private static Optional<String> known(String cell) {
    return Optional.of(cell.strip().toLowerCase(Locale.ROOT)).filter(value -> !value.isEmpty());
  }

  private static List<String> linesOf(String name, Path labels) {
    try {
      return Files.readAllLines(labels);
    } catch (MalformedInputException e) {
      throw new UnusableCorpusException("corpus " + name + ": " + labels + " is not UTF-8 text");
    } catch (IOException e) {
      throw new UnusableCorpusException(
          "corpus %s: cannot read %s; name a folder that holds recordings and their %s"
              .formatted(name, labels, LABELS_FILE));
    }
  }

  private static int column(List<String> header, String name, Path labels) {
    int column = header.indexOf(name);
    if (column < 0) {
      throw new UnusableCorpusException(labels + " has no column '" + name + "'");
    }
    return column;
  }
}
