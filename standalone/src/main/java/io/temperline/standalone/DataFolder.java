package io.temperline.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** The folder in which everything lies that a command and the parts that it starts write. */
public final class DataFolder implements AutoCloseable {

  private static final int ATTEMPTS = 50;
  private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(100);

  private final Path folder;
  private final boolean temporary;

  private DataFolder(Path folder, boolean temporary) {
    this.folder = folder;
    this.temporary = temporary;
  }

  /**
   * @param wanted a folder to keep; empty for one that goes when it is closed
   * @throws CannotStartException where it cannot be made
   */
  public static DataFolder open(Optional<Path> wanted) {
    try {
      return wanted.isPresent()
          ? new DataFolder(Files.createDirectories(wanted.get().toAbsolutePath()), false)
          : new DataFolder(Files.createTempDirectory("temperline-"), true);
    } catch (IOException e) {
      throw new CannotStartException(
          "the data folder %s cannot be made (%s): choose another with --data"
              .formatted(wanted.map(Path::toString).orElse("for temporary files"), reason(e)),
          e);
    }
  }

  /** The message of a file's fault is but its path. */
  private static String reason(IOException e) {
    if (e instanceof FileSystemException fault && fault.getReason() != null) {
      return fault.getReason();
    }
    return e instanceof FileAlreadyExistsException
        ? "there is a file of that name"
        : "not allowed there";
  }

  public Path path() {
    return folder;
  }

  public Path kafka() {
    return folder.resolve("kafka");
  }

  public Path streams() {
    return folder.resolve("streams");
  }

  /** Where the registry's subjects and ids are kept, if the topics are. */
  public Optional<Path> registry() {
    return temporary ? Optional.empty() : Optional.of(folder.resolve("registry.jsonl"));
  }

  /** A temporary folder goes then also where the command is broken off. */
  public DataFolder goesWithTheProgram() {
    if (temporary) {
      Runtime.getRuntime().addShutdownHook(new Thread(this::deletePatiently, "delete-data"));
    }
    return this;
  }

  /** Parts that are being killed at the same moment may still write. */
  private void deletePatiently() {
    for (int attempt = 0; attempt < ATTEMPTS && Files.exists(folder); attempt++) {
      try {
        delete();
      } catch (IOException | UncheckedIOException e) {
        LockSupport.parkNanos(BETWEEN_ATTEMPTS.toNanos());
      }
    }
  }

  @Override
  public void close() throws IOException {
    if (temporary) {
      delete();
    }
  }

  private void delete() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
