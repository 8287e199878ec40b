package io.temperline.speech.corpus;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/**
 * A folder of labelled recordings: by its {@code labels.csv}, or without one by the files' names,
 * where they are those of a corpus as it is published ({@link Naming}).
 *
 * @param name name by which results speak of it
 * @param clips every labelled recording, in the order of {@code labels.csv} or else of the files
 * @param passedOver a line for every recording that was passed over for its name
 */
public record Corpus(String name, List<CorpusClip> clips, List<String> passedOver) {

  public Corpus {
    clips = List.copyOf(clips);
    passedOver = List.copyOf(passedOver);
  }

  /**
   * Reads the labels; recordings are not opened.
   *
   * @throws UnusableCorpusException where the folder is missing, its labels are damaged, or no file
   *     in it is named as in a corpus that is known
   */
  public static Corpus read(String name, Path folder) {
    return Files.exists(folder.resolve(LabelsFile.NAME))
        ? new Corpus(name, LabelsFile.read(name, folder), List.of())
        : NamedRecordings.read(name, folder);
  }

  /** The clips of the splits named, in order. */
  public List<CorpusClip> of(Collection<String> splits) {
    return clips.stream().filter(clip -> splits.contains(clip.split())).toList();
  }
}
