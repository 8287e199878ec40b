package io.temperline.standalone.operations;

import io.temperline.streams.PropertiesFile;
import java.nio.file.Path;
import java.util.Properties;

/** The properties of a streams application that is only looked at. */
final class ApplicationFile {

  private ApplicationFile() {}

  /**
   * @param file null for an application as it is by default, somewhere
   */
  static Properties read(Path file) {
    return file == null ? ofNoParticularPlace() : PropertiesFile.read(file);
  }

  private static Properties ofNoParticularPlace() {
    Properties properties = new Properties();
    properties.setProperty("bootstrap.servers", "HOST:9092");
    properties.setProperty("schema.registry.url", "http://HOST:8081");
    return properties;
  }
}
