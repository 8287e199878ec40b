package io.temperline.dashboard;

import io.micronaut.context.env.EnvironmentPropertySource;
import io.micronaut.context.env.PropertiesPropertySourceLoader;
import io.micronaut.context.env.PropertySource;
import io.micronaut.context.env.PropertySourceLoader;
import io.micronaut.context.env.yaml.YamlPropertySourceLoader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** A file with settings by their Micronaut names, as YAML or as properties. */
final class ConfigFile {

  /** Environment variables count for more than the file. */
  private static final int ORDER = EnvironmentPropertySource.POSITION - 10;

  private ConfigFile() {}

  /**
   * @throws DashboardStartException where it cannot be read
   */
  static PropertySource read(Path file) {
    if (Files.isDirectory(file)) {
      throw new DashboardStartException("%s is a folder: name a file".formatted(file), null);
    }
    PropertySourceLoader loader =
        file.toString().endsWith(".properties")
            ? new PropertiesPropertySourceLoader()
            : new YamlPropertySourceLoader();
    try (InputStream input = Files.newInputStream(file)) {
      Map<String, Object> settings = loader.read(file.toString(), input);
      return PropertySource.of(file.toString(), settings, ORDER);
    } catch (NoSuchFileException e) {
      throw new DashboardStartException("%s: there is no such file".formatted(file), e);
    } catch (IOException e) {
      throw new DashboardStartException(
          "%s cannot be read: check its permissions".formatted(file), e);
    } catch (MarkedYAMLException e) {
      throw new DashboardStartException(
          "%s:%s is no YAML: %s".formatted(file, place(e), e.getProblem()), e);
    } catch (RuntimeException e) {
      throw new DashboardStartException("%s is no YAML in UTF-8".formatted(file), e);
    }
  }

  private static String place(MarkedYAMLException e) {
    Mark mark = e.getProblemMark();
    return mark == null ? "" : "%d:%d:".formatted(mark.getLine() + 1, mark.getColumn() + 1);
  }
}
