package io.temperline.streams;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.temperline.streams.Settings.UnusableSettingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.io.TempDir;

/** See docs/fuzzing.md. */
class SettingsFuzzTest {

  @TempDir private static Path folder;

  @FuzzTest
  void areReadOrRefused(byte[] file) throws IOException {
    try {
      Properties properties =
          PropertiesFile.read(Files.write(folder.resolve("app.properties"), file));
      TemperlineConfig.model(properties);
      TemperlineConfig.from(properties, LouderIsAngrier.MANIFEST);
    } catch (UnusableSettingException expected) {
      // It says which setting cannot be used.
    }
  }
}
