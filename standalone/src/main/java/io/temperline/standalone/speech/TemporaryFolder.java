package io.temperline.standalone.speech;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder that goes away with all that is in it. */
final class TemporaryFolder implements AutoCloseable {

  private final Path path;

  TemporaryFolder(String prefix) throws IOException {
    path = Files.createTempDirectory(prefix);
  }

  Path path() {
    return path;
  }

  @Override
  public void close() throws IOException {
    List<Path> insideFirst;
    try (Stream<Path> all = Files.walk(path)) {
      insideFirst = all.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : insideFirst) {
      Files.delete(file);
    }
  }
}
