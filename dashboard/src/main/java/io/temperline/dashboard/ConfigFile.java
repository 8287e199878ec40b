package io.temperline.dashboard;

import io.micronaut.context.env.EnvironmentPropertySource;
import io.micronaut.context.env.PropertiesPropertySourceLoader;
import io.micronaut.context.env.PropertySource;
import io.micronaut.context.env.PropertySourceLoader;
import io.micronaut.context.env.yaml.YamlPropertySourceLoader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** A file with settings by their Micronaut names, as YAML or as properties. */
final class ConfigFile {

  /** Environment variables count for more than the file. */
  private static final int ORDER = EnvironmentPropertySource.POSITION - 10;

  private ConfigFile() {}

  /**
   * @throws DashboardStartException where it cannot be read
   */
  static PropertySource read(Path file) {
    PropertySourceLoader loader =
        file.toString().endsWith(".properties")
            ? new PropertiesPropertySourceLoader()
            : new YamlPropertySourceLoader();
    try (InputStream input = Files.newInputStream(file)) {
      Map<String, Object> settings = loader.read(file.toString(), input);
      return PropertySource.of(file.toString(), settings, ORDER);
    } catch (IOException e) {
      throw new DashboardStartException(
          "%s cannot be read (%s): check its path and permissions"
              .formatted(file, e.getClass().getSimpleName()),
          e);
    } catch (RuntimeException e) {
      throw new DashboardStartException("%s is no YAML: %s".formatted(file, firstLines(e)), e);
    }
  }

  private static String firstLines(RuntimeException error) {
    return Optional.ofNullable(error.getMessage()).orElse(error.toString()).replaceAll("\\s+", " ");
  }
}
