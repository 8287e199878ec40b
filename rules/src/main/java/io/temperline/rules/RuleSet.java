package io.temperline.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The rules in force together. Immutable; its expressions are compiled.
 *
 * @param version the set's name
 * @param effectiveFrom when it comes into force, in event time; empty: at once
 */
public record RuleSet(String version, Optional<Instant> effectiveFrom, List<Rule> rules) {

  private static final String SHIPPED = "default.yaml";

  public RuleSet {
    rules = List.copyOf(rules);
  }

  /** The set that comes with the program. */
  public static RuleSet shipped() {
    return new RuleSetLoader().load(shippedYaml());
  }

  /** Its text, to begin one's own with. */
  public static String shippedYaml() {
    try (InputStream yaml = RuleSet.class.getResourceAsStream(SHIPPED)) {
      return new String(yaml.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
