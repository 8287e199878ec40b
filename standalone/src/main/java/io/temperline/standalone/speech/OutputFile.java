package io.temperline.standalone.speech;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that an option may ask for.
 *
 * @param option its name
 * @param file null where it was not given
 */
record OutputFile(String option, Path file) {

  /**
   * Before long work rather than after it.
   *
   * @throws CommandFailure where the file cannot be made
   */
  void check() {
    if (file == null) {
      return;
    }
    Path folder = file.toAbsolutePath().getParent();
    if (Files.isDirectory(file) || folder == null || !Files.isWritable(folder)) {
      throw failure();
    }
  }

  /**
   * Writes the file, if it was asked for.
   *
   * @throws CommandFailure where that does not work
   */
  void write(String content) {
    if (file == null) {
      return;
    }
    try {
      Files.writeString(file, content);
    } catch (IOException e) {
      throw failure();
    }
  }

  private CommandFailure failure() {
    return new CommandFailure(
        "cannot write %s; name a file in a folder that is there with %s".formatted(file, option));
  }
}
