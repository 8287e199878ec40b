package io.temperline.dashboard.settings;

import io.micronaut.context.env.Environment;
import io.micronaut.core.convert.ConversionService;
import io.micronaut.core.naming.conventions.StringConvention;
import io.micronaut.core.type.Argument;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The settings under one prefix, by their names in Micronaut's environment. What cannot be used is
 * thrown as a line that names the setting and says what to do.
 */
public final class Settings {

  /** Something about a setting that its owner has to change. */
  public static final class UnusableSettingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnusableSettingException(String message) {
      super(message);
    }
  }

  private final Environment environment;
  private final SecretSource secrets;
  private final String prefix;

  public Settings(Environment environment, SecretSource secrets, String prefix) {
    this.environment = environment;
    this.secrets = secrets;
    this.prefix = prefix;
  }

  public Optional<String> text(String key) {
    return environment
        .getProperty(name(key), String.class)
        .map(String::strip)
        .filter(value -> !value.isEmpty());
  }

  /**
   * @param what what to give, after "give "
   */
  public String required(String key, String what) {
    return text(key).orElseThrow(() -> problem(key, "is missing: give " + what));
  }

  public List<String> list(String key) {
    return environment.getProperty(name(key), Argument.listOf(String.class)).stream()
        .flatMap(List::stream)
        .map(String::strip)
        .filter(value -> !value.isEmpty())
        .toList();
  }

  public Map<String, String> map(String key) {
    return environment.getProperties(name(key), StringConvention.RAW).entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> String.valueOf(entry.getValue())));
  }

  public int number(String key, int otherwise, int least, int most) {
    return text(key).map(value -> number(key, value, least, most)).orElse(otherwise);
  }

  private int number(String key, String value, int least, int most) {
    try {
      int number = Integer.parseInt(value);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw problem(key, "is '%s': give a whole number from %d to %d".formatted(value, least, most));
  }

  public Duration duration(String key, Duration otherwise, Duration least, Duration most) {
    return text(key).map(value -> duration(key, value, least, most)).orElse(otherwise);
  }

  private Duration duration(String key, String value, Duration least, Duration most) {
    return ConversionService.SHARED
        .convert(value, Duration.class)
        .filter(time -> time.compareTo(least) >= 0 && time.compareTo(most) <= 0)
        .orElseThrow(
            () ->
                problem(
                    key,
                    "is '%s': give a time from %s to %s, such as 500ms, 10s or 5m"
                        .formatted(value, words(least), words(most))));
  }

  public <E extends Enum<E>> E choice(String key, Class<E> type, E otherwise) {
    return text(key).map(value -> choice(key, value, type)).orElse(otherwise);
  }

  /** One of the symbols, which are written in lower case and with hyphens. */
  public <E extends Enum<E>> E choice(String key, String value, Class<E> type) {
    return Stream.of(type.getEnumConstants())
        .filter(symbol -> word(symbol).equals(value.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() -> problem(key, "is '%s': give %s".formatted(value, words(type))));
  }

  /** The symbols of a choice, as they are written. */
  public static <E extends Enum<E>> String words(Class<E> type) {
    return Stream.of(type.getEnumConstants())
        .map(Settings::word)
        .filter(word -> !word.equals("unknown"))
        .collect(Collectors.joining(", "));
  }

  private static String word(Enum<?> symbol) {
    return symbol.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** As it would be set. */
  public static String words(Duration time) {
    return time.toSeconds() > 0 ? time.toSeconds() + "s" : time.toMillis() + "ms";
  }

  public Optional<Secret> secret(String key) {
    return text(key).map(reference -> secret(key, reference));
  }

  public Secret requiredSecret(String key) {
    return secret(key, required(key, "env:NAME or file:PATH, where the secret is kept"));
  }

  private Secret secret(String key, String reference) {
    try {
      return secrets.find(reference);
    } catch (UnusableSettingException e) {
      throw problem(key, e.getMessage());
    }
  }

  /** An address that may itself be kept as a secret. */
  public Optional<URI> address(String key) {
    return text(key)
        .map(value -> SecretSource.isReference(value) ? secret(key, value).reveal() : value)
        .map(value -> address(key, value));
  }

  /** An address that whoever knows it may write to. */
  public URI secretAddress(String key) {
    return address(key, requiredSecret(key).reveal());
  }

  /** The value is never repeated: it may hold a token. */
  private URI address(String key, String value) {
    try {
      URI uri = new URI(value);
      boolean isHttp = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      if (isHttp && uri.getHost() != null && uri.getUserInfo() == null) {
        return uri;
      }
    } catch (URISyntaxException e) {
      // said below
    }
    throw problem(
        key, "is no address that can be used: give https://HOST/PATH, without user and password");
  }

  public UnusableSettingException problem(String key, String what) {
    return new UnusableSettingException(key + " " + what);
  }

  private String name(String key) {
    return prefix + "." + key;
  }
}
