package io.temperline.rules;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * The calls that a rule is about. An empty part leaves its figure open.
 *
 * @param queues names of queues
 * @param languages BCP 47 ranges: {@code en} takes in {@code en-GB} (RFC 4647, basic filtering)
 * @param attributes the values taken in, by the attribute's name
 */
public record Scope(
    List<String> queues, List<String> languages, Map<String, List<String>> attributes) {

  /** All calls. */
  public static final Scope EVERYWHERE = new Scope(List.of(), List.of(), Map.of());

  public Scope {
    queues = List.copyOf(queues);
    languages = List.copyOf(languages);
    attributes = Ordered.copyOf(attributes);
  }

  /** Whether the call is one of them; empty while what decides that is not known. */
  Optional<Boolean> covers(Moment moment) {
    List<Optional<Boolean>> parts =
        List.of(
            covers(queues, moment.value("queue"), String::equals),
            covers(languages, moment.value("language"), Scope::takesIn),
            coversAttributes(moment));
    if (parts.contains(Optional.of(false))) {
      return Optional.of(false);
    }
    return parts.contains(Optional.<Boolean>empty()) ? Optional.empty() : Optional.of(true);
  }

  private Optional<Boolean> coversAttributes(Moment moment) {
    if (attributes.isEmpty()) {
      return Optional.of(true);
    }
    return moment
        .value("attributes")
        .map(
            known ->
                attributes.entrySet().stream()
                    .allMatch(wanted -> wanted.getValue().contains(get(known, wanted.getKey()))));
  }

  private static String get(Object attributes, String name) {
    return attributes instanceof Map<?, ?> map && map.get(name) instanceof String value
        ? value
        : "";
  }

  private static Optional<Boolean> covers(
      List<String> wanted, Optional<Object> value, BiPredicate<String, String> matches) {
    if (wanted.isEmpty()) {
      return Optional.of(true);
    }
    return value.map(v -> wanted.stream().anyMatch(w -> matches.test(w, (String) v)));
  }

  private static boolean takesIn(String range, String language) {
    String wanted = range.toLowerCase(Locale.ROOT);
    String given = language.toLowerCase(Locale.ROOT);
    return given.equals(wanted) || given.startsWith(wanted + "-");
  }
}
