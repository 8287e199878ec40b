package io.temperline.streams;

import io.temperline.streams.Settings.UnusableSettingException;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/** Settings in a file, in the format of {@link Properties}. */
public final class PropertiesFile {

  private static final List<String> REQUIRED = List.of("bootstrap.servers", "schema.registry.url");

  private PropertiesFile() {}

  /**
   * @throws UnusableSettingException where the file cannot be read or does not say where Kafka and
   *     the registry are
   */
  public static Properties read(Path file) {
    if (Files.isDirectory(file)) {
      throw new UnusableSettingException("%s is a folder: name a properties file".formatted(file));
    }
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (NoSuchFileException e) {
      throw new UnusableSettingException("%s: there is no such file".formatted(file));
    } catch (AccessDeniedException e) {
      throw new UnusableSettingException("%s: no permission to read it".formatted(file));
    } catch (IOException | IllegalArgumentException e) {
      throw new UnusableSettingException(
          "%s is no properties file in UTF-8: %s".formatted(file, e.getMessage()));
    }
    for (String key : REQUIRED) {
      if (properties.getProperty(key, "").isBlank()) {
        throw new UnusableSettingException("%s: %s is missing".formatted(file, key));
      }
    }
    return properties;
  }
}
