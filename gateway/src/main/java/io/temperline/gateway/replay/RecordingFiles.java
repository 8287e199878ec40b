package io.temperline.gateway.replay;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The files that hold recordings, found in what the user named.
 *
 * @param files each file once: as named, a folder's own in the order of their paths
 * @param passedOver how many of the folders' files are no recordings
 */
record RecordingFiles(List<Path> files, int passedOver) {

  private static final Set<String> EXTENSIONS = Set.of("wav", "wave", "flac");

  /**
   * @param paths files, taken as recordings whatever they are called, and folders, searched with
   *     all that is in them for files that are WAV or FLAC by extension or by content
   * @throws UnusableRecordingsException where a path does not exist, a folder holds no recording or
   *     cannot be searched
   */
  static RecordingFiles in(List<Path> paths) {
    Map<Path, Path> byRealPath = new LinkedHashMap<>();
    int passedOver = 0;
    for (Path path : paths) {
      RecordingFiles found = in(path);
      found.files.forEach(file -> byRealPath.putIfAbsent(real(file), file));
      passedOver += found.passedOver;
    }
    return new RecordingFiles(List.copyOf(byRealPath.values()), passedOver);
  }

  private static RecordingFiles in(Path path) {
    if (Files.isDirectory(path)) {
      return inFolder(path);
    }
    if (!Files.exists(path)) {
      throw new UnusableRecordingsException(path + ": there is no such file or folder");
    }
    return new RecordingFiles(List.of(path), 0);
  }

  private static RecordingFiles inFolder(Path folder) {
    List<Path> recordings = new ArrayList<>();
    int passedOver = 0;
    for (Path file : everyFileIn(folder)) {
      if (isRecording(file)) {
        recordings.add(file);
      } else if (!file.endsWith(CallSidecar.NAME)) {
        passedOver++;
      }
    }
    if (recordings.isEmpty()) {
      throw new UnusableRecordingsException(
          folder + ": no WAV or FLAC file among the " + passedOver + " files in this folder");
    }
    return new RecordingFiles(recordings, passedOver);
  }

  private static List<Path> everyFileIn(Path folder) {
    try (Stream<Path> tree = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
      return tree.filter(path -> !Files.isDirectory(path)).sorted().toList();
    } catch (UncheckedIOException e) {
      throw unreadable(folder, e.getCause());
    } catch (IOException e) {
      throw unreadable(folder, e);
    }
  }

  private static boolean isRecording(Path file) {
    String name = file.getFileName().toString();
    String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return EXTENSIONS.contains(extension)
        // Opening a named pipe would wait for its writer.
        || (Files.isRegularFile(file) && startsAsRecording(file));
  }

  private static boolean startsAsRecording(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      String head = new String(in.readNBytes(12), StandardCharsets.ISO_8859_1);
      return head.startsWith("fLaC") || head.matches("(?s)RIFF....WAVE");
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static Path real(Path file) {
    try {
      return file.toRealPath();
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static UnusableRecordingsException unreadable(Path path, IOException e) {
    String reason = e.getClass().getSimpleName().replace("Exception", "");
    return new UnusableRecordingsException(path + " cannot be read: " + reason, e);
  }
}
