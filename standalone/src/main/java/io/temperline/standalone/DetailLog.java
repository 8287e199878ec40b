package io.temperline.standalone;

import java.nio.file.Path;
import org.apache.logging.log4j.core.config.Configurator;

/** The log for those who want to know more than the console says. */
public final class DetailLog {

  /** Where log4j2.xml finds the file's name; without it there is no file. */
  private static final String FILE = "temperline.log";

  private DetailLog() {}

  /** From here on, logs into {@code temperline.log} in a folder too. */
  public static Path into(Path folder) {
    Path file = folder.resolve("temperline.log");
    System.setProperty(FILE, file.toString());
    Configurator.reconfigure();
    return file;
  }
}
