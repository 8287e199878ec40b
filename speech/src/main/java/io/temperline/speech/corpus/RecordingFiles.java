package io.temperline.speech.corpus;

import io.temperline.speech.audio.Recordings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Finds recordings in folders. */
final class RecordingFiles {

  private RecordingFiles() {}

  /**
   * All WAV and FLAC files in a folder and the folders in it, in the order of their paths.
   *
   * @param what the folder is, for the complaints
   * @throws UnusableCorpusException where it is none, or cannot be listed
   */
  static List<Path> in(Path folder, String what) {
    if (!Files.isDirectory(folder)) {
      throw new UnusableCorpusException("%s: %s is no folder".formatted(what, folder));
    }
    try (Stream<Path> files = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
      return files.filter(Recordings::isNamedAsOne).filter(Files::isRegularFile).sorted().toList();
    } catch (IOException | UncheckedIOException e) {
      throw new UnusableCorpusException(
          "%s: cannot list the files in %s (%s)".formatted(what, folder, e.getMessage()));
    }
  }
}
