package io.temperline.standalone;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The calls that come with the program. */
public final class BundledCalls {

  /** The folder in which the program lies; the launcher sets it. */
  private static final String HOME = "temperline.home";

  private BundledCalls() {}

  public static List<Path> paths() {
    Path calls = Path.of(System.getProperty(HOME, ".")).resolve("gateway").resolve("calls");
    if (!Files.isDirectory(calls)) {
      throw new CannotStartException(
          "the bundled calls are not in %s: name others with --calls".formatted(calls));
    }
    return List.of(calls);
  }
}
