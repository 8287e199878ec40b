package io.temperline.streams;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The settings under {@code temperline.} of a properties file. Each is named here once, with its
 * default, what it accepts and what it does; {@link #table} prints them all.
 */
public final class Settings {

  /** A setting that has a wrong name or value; the message is one line for a person. */
  public static final class UnusableSettingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnusableSettingException(String message) {
      super(message);
    }
  }

  /**
   * One setting.
   *
   * @param defaultValue as it would be written, or in words where {@link #given} is asked
   * @param accepts what values are accepted, in words
   */
  public record Setting<T>(
      String key,
      String defaultValue,
      String accepts,
      String meaning,
      Function<String, T> parser) {}

  /** An address to listen at. */
  public record HostPort(String host, int port) {

    @Override
    public String toString() {
      return host + ":" + port;
    }
  }

  private static final String PREFIX = "temperline.";

  private final Map<String, String> values;

  private Settings(Map<String, String> values) {
    this.values = values;
  }

  /**
   * @param properties everything under {@code temperline.} must be a known setting; other keys are
   *     not looked at
   */
  static Settings of(Properties properties, List<Setting<?>> known) {
    Map<String, Setting<?>> byKey =
        known.stream().collect(Collectors.toMap(Setting::key, Function.identity()));
    Map<String, String> values = new LinkedHashMap<>();
    for (String key : properties.stringPropertyNames()) {
      if (key.startsWith(PREFIX)) {
        if (!byKey.containsKey(key)) {
          throw new UnusableSettingException(
              "unknown setting %s: known are %s"
                  .formatted(key, byKey.keySet().stream().sorted().toList()));
        }
        values.put(key, properties.getProperty(key).strip());
      }
    }
    return new Settings(values);
  }

  /** The value of a setting, or its default. */
  <T> T get(Setting<T> setting) {
    return parsed(setting, values.getOrDefault(setting.key(), setting.defaultValue()));
  }

  /** The value of a setting that has no value of its own by default. */
  <T> Optional<T> given(Setting<T> setting) {
    return Optional.ofNullable(values.get(setting.key())).map(value -> parsed(setting, value));
  }

  private static <T> T parsed(Setting<T> setting, String value) {
    try {
      return setting.parser().apply(value);
    } catch (IllegalArgumentException e) {
      throw new UnusableSettingException(
          "setting %s is '%s'; it takes %s".formatted(setting.key(), value, setting.accepts()));
    }
  }

  /** A Markdown table of settings, for the documentation. */
  static String table(List<Setting<?>> settings) {
    return settings.stream()
        .map(
            setting ->
                "| `%s` | %s | %s | %s |%n"
                    .formatted(
                        setting.key(),
                        setting.defaultValue(),
                        setting.accepts(),
                        setting.meaning()))
        .collect(
            Collectors.joining(
                "",
                "| setting | default | accepts | meaning |%n| --- | --- | --- | --- |%n"
                    .formatted(),
                ""));
  }

  static Setting<Duration> duration(
      String key, String defaultMs, long leastMs, long mostMs, String meaning) {
    return new Setting<>(
        PREFIX + key,
        defaultMs,
        "milliseconds, %d to %d".formatted(leastMs, mostMs),
        meaning,
        text -> Duration.ofMillis(inRange(Long.parseLong(text), leastMs, mostMs)));
  }

  static Setting<Float> share(String key, String defaultValue, String meaning) {
    return new Setting<>(
        PREFIX + key,
        defaultValue,
        "a number from 0 to 1",
        meaning,
        text -> {
          float value = Float.parseFloat(text);
          if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(text);
          }
          return value;
        });
  }

  static Setting<Boolean> flag(String key, String defaultValue, String meaning) {
    return new Setting<>(
        PREFIX + key,
        defaultValue,
        "true or false",
        meaning,
        text ->
            switch (text) {
              case "true" -> true;
              case "false" -> false;
              default -> throw new IllegalArgumentException(text);
            });
  }

  static Setting<Path> folder(String key, String defaultValue, String meaning) {
    return new Setting<>(PREFIX + key, defaultValue, "a folder", meaning, Settings::path);
  }

  static Setting<HostPort> hostPort(String key, String defaultValue, String meaning) {
    return new Setting<>(PREFIX + key, defaultValue, "host:port", meaning, Settings::hostPort);
  }

  private static HostPort hostPort(String text) {
    int colon = text.lastIndexOf(':');
    if (colon < 1) {
      throw new IllegalArgumentException(text);
    }
    long port = inRange(Long.parseLong(text.substring(colon + 1)), 1, 65_535);
    return new HostPort(text.substring(0, colon), (int) port);
  }

  private static Path path(String text) {
    if (text.isEmpty()) {
      throw new IllegalArgumentException(text);
    }
    return Path.of(text);
  }

  private static long inRange(long value, long least, long most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(Long.toString(value));
    }
    return value;
  }
}
