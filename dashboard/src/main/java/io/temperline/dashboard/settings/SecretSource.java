package io.temperline.dashboard.settings;

import io.temperline.dashboard.settings.Settings.UnusableSettingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** Where secrets are kept: {@code env:NAME} in the environment, {@code file:PATH} in a file. */
public final class SecretSource {

  private static final String ENVIRONMENT = "env:";
  private static final String FILE = "file:";

  private final UnaryOperator<String> environment;

  /**
   * @param environment the value of an environment variable; null where it is not set
   */
  public SecretSource(UnaryOperator<String> environment) {
    this.environment = environment;
  }

  public static boolean isReference(String text) {
    return text.startsWith(ENVIRONMENT) || text.startsWith(FILE);
  }

  /**
   * @throws UnusableSettingException in words that go on after the setting's name
   */
  public Secret find(String reference) {
    if (reference.startsWith(ENVIRONMENT)) {
      return ofEnvironment(reference.substring(ENVIRONMENT.length()).strip());
    }
    if (reference.startsWith(FILE)) {
      return ofFile(reference.substring(FILE.length()).strip());
    }
    throw new UnusableSettingException(
        "is written out in the settings: keep it in an environment variable or a file and give"
            + " env:NAME or file:PATH");
  }

  private Secret ofEnvironment(String name) {
    String value = environment.apply(name);
    if (value == null || value.isBlank()) {
      throw new UnusableSettingException(
          "names the environment variable %s, which is not set: set it".formatted(name));
    }
    return new Secret(value.strip());
  }

  private Secret ofFile(String name) {
    try {
      String value = Files.readString(Path.of(name)).strip();
      if (!value.isEmpty()) {
        return new Secret(value);
      }
      throw new UnusableSettingException(
          "names the file %s, which is empty: write the secret into it".formatted(name));
    } catch (IOException | InvalidPathException e) {
      throw new UnusableSettingException(
          "names the file %s, which cannot be read (%s): check path and permissions"
              .formatted(name, e.getClass().getSimpleName()));
    }
  }
}
