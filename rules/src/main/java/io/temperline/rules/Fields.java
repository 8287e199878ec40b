package io.temperline.rules;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The keys of one block, and what is wrong with them. */
final class Fields {

  private final Node.Mapping block;
  private final String owner;
  private final Problems problems;

  private Fields(Node.Mapping block, String owner, Problems problems) {
    this.block = block;
    this.owner = owner;
    this.problems = problems;
  }

  /**
   * @param owner what the block is, for people
   * @param known the keys that it can have
   */
  static Optional<Fields> of(Node node, String owner, Problems problems, String... known) {
    return mapping(node, owner, problems)
        .map(
            block -> {
              block.entries().forEach((key, e) -> check(key, e, owner, problems, List.of(known)));
              return new Fields(block, owner, problems);
            });
  }

  private static void check(
      String key, Node.Entry entry, String owner, Problems problems, List<String> known) {
    if (!known.contains(key)) {
      problems.add(entry.key(), "%s has no '%s'; %s", owner, key, Nearest.question(key, known));
    }
  }

  private static Optional<Node.Mapping> mapping(Node node, String owner, Problems problems) {
    if (node instanceof Node.Mapping mapping) {
      return Optional.of(mapping);
    }
    problems.add(node.place(), "%s must be a block of keys and values, not %s", owner, node.kind());
    return Optional.empty();
  }

  Place place() {
    return block.place();
  }

  boolean has(String key) {
    return block.entries().containsKey(key);
  }

  Optional<Node> node(String key) {
    return Optional.ofNullable(block.entries().get(key)).map(Node.Entry::value);
  }

  /** A value that must be there; the example says what to write. */
  Optional<Node.Scalar> required(String key, String example) {
    if (!has(key)) {
      problems.add(block.place(), "%s has no '%s'; add %s", owner, key, example);
    }
    return scalar(key);
  }

  Optional<Node.Scalar> scalar(String key) {
    return node(key).flatMap(node -> scalar(node, named(key)));
  }

  private Optional<Node.Scalar> scalar(Node node, String name) {
    if (node instanceof Node.Scalar scalar && !scalar.value().isBlank()) {
      return Optional.of(scalar);
    }
    String given = node instanceof Node.Scalar ? "nothing" : node.kind();
    problems.add(node.place(), "%s must be one value, not %s", name, given);
    return Optional.empty();
  }

  Duration duration(String key) {
    return scalar(key)
        .flatMap(
            written ->
                parsed(
                    written,
                    key,
                    Durations.parse(written.value()),
                    "a duration such as 2s, 500ms or 1m30s"))
        .orElse(Duration.ZERO);
  }

  <E extends Enum<E>> Optional<E> choice(String key, Class<E> type) {
    return scalar(key).flatMap(written -> choice(written, key, type));
  }

  <E extends Enum<E>> Optional<E> choice(Node.Scalar written, String key, Class<E> type) {
    Map<String, E> choices =
        Arrays.stream(type.getEnumConstants())
            .collect(
                Collectors.toMap(
                    e -> e.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    Function.identity(),
                    (a, b) -> a,
                    LinkedHashMap::new));
    Optional<E> chosen = Optional.ofNullable(choices.get(written.value()));
    if (chosen.isEmpty()) {
      problems.add(
          written.place(),
          "%s cannot be %s; %s",
          named(key),
          written.kind(),
          Nearest.question(written.value(), choices.keySet()));
    }
    return chosen;
  }

  /** Passes on what was made of a value; where nothing could be, says what was wanted. */
  <T> Optional<T> parsed(Node.Scalar written, String key, Optional<T> parsed, String wanted) {
    if (parsed.isEmpty()) {
      problems.add(
          written.place(), "%s cannot be %s; write %s", named(key), written.kind(), wanted);
    }
    return parsed;
  }

  /** The values of a block of names and values. */
  Map<String, Node.Scalar> scalars(String key) {
    Map<String, Node.Scalar> values = new LinkedHashMap<>();
    entries(key)
        .forEach(
            (name, entry) ->
                scalar(entry.value(), "%s of %s".formatted(name, named(key)))
                    .ifPresent(value -> values.put(name, value)));
    return values;
  }

  Map<String, Node.Entry> entries(String key) {
    return node(key)
        .flatMap(node -> mapping(node, named(key), problems))
        .map(Node.Mapping::entries)
        .orElse(Map.of());
  }

  List<Node.Scalar> list(String key) {
    return node(key).map(node -> list(node, named(key))).orElse(List.of());
  }

  List<Node.Scalar> list(Node node, String name) {
    if (!(node instanceof Node.Listing listing)) {
      problems.add(node.place(), "%s must be a list such as [a, b], not %s", name, node.kind());
      return List.of();
    }
    List<Node.Scalar> items = new ArrayList<>();
    listing.items().forEach(item -> scalar(item, name).ifPresent(items::add));
    if (listing.items().isEmpty()) {
      problems.add(node.place(), "%s is empty, so nothing is in it; leave it out", name);
    }
    return items;
  }

  String named(String key) {
    return "%s: %s".formatted(owner, key);
  }
}
