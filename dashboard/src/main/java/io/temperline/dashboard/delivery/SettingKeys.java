package io.temperline.dashboard.delivery;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;

import io.micronaut.context.env.Environment;
import io.micronaut.context.env.PropertySource;
import io.micronaut.context.env.PropertySource.PropertyConvention;
import io.micronaut.core.naming.NameUtils;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The names of the settings that are there. Environment variables count only where they give a
 * target its kind: of the others one cannot tell which of their underscores were dots.
 */
final class SettingKeys {

  static final String ROOT = "delivery";

  private static final String TARGETS = ROOT + ".targets.";
  private static final Pattern KIND_OF_TARGET =
      Pattern.compile("DELIVERY_TARGETS_([A-Z0-9]+)_KIND");
  private static final Set<String> OF_ALL = Set.of("public-url");
  private static final List<String> OF_ALL_TARGETS =
      List.of(
          "kind",
          "timeout",
          "filter.severity",
          "filter.steps",
          "filter.queues",
          "filter.languages",
          "filter.rules",
          "retry.attempts",
          "retry.first-wait",
          "retry.longest-wait",
          "circuit.failures",
          "circuit.open-for");
  private static final String LABELS = "filter.labels.";
  private static final Map<Target.Kind, List<String>> OF_KIND =
      Map.of(
          Target.Kind.WEBHOOK, List.of("url", "secret"),
          Target.Kind.SLACK, List.of("url"),
          Target.Kind.PAGERDUTY, List.of("url", "routing-key"),
          Target.Kind.MAIL, List.of("host", "port", "security", "user", "password", "from", "to"));

  private final Set<String> keys;
  private final Set<String> targets;

  private SettingKeys(Set<String> keys, Set<String> targets) {
    this.keys = keys;
    this.targets = targets;
  }

  static SettingKeys of(Environment environment) {
    Set<String> keys =
        sources(environment, true)
            .flatMap(SettingKeys::names)
            .filter(key -> key.startsWith(ROOT + "."))
            .map(key -> key.replaceAll("\\[\\d+\\].*", ""))
            .collect(toCollection(TreeSet::new));
    Set<String> targets =
        keys.stream()
            .filter(key -> key.startsWith(TARGETS))
            .map(key -> key.substring(TARGETS.length()).split("\\.", 2)[0])
            .collect(toCollection(TreeSet::new));
    sources(environment, false)
        .flatMap(SettingKeys::names)
        .map(KIND_OF_TARGET::matcher)
        .filter(Matcher::matches)
        .forEach(match -> targets.add(match.group(1).toLowerCase(Locale.ROOT)));
    return new SettingKeys(keys, targets);
  }

  private static Stream<PropertySource> sources(Environment environment, boolean withDots) {
    return environment.getPropertySources().stream()
        .filter(
            source -> (source.getConvention() == PropertyConvention.JAVA_PROPERTIES) == withDots);
  }

  private static Stream<String> names(PropertySource source) {
    return StreamSupport.stream(source.spliterator(), false);
  }

  /** The targets' names, in the order of the alphabet. */
  Set<String> targets() {
    return targets;
  }

  /** What is set beside the targets and means nothing. */
  Stream<String> strangers() {
    return keys.stream()
        .map(key -> key.substring(ROOT.length() + 1))
        .filter(key -> !key.startsWith("targets.") && !OF_ALL.contains(hyphenated(key)));
  }

  /** What is set for the target and means nothing for its kind. */
  Stream<String> strangers(String target, Target.Kind kind) {
    String prefix = TARGETS + target + ".";
    return keys.stream()
        .filter(key -> key.startsWith(prefix))
        .map(key -> key.substring(prefix.length()))
        .filter(key -> !key.startsWith(LABELS))
        .filter(key -> !OF_ALL_TARGETS.contains(hyphenated(key)))
        .filter(key -> !OF_KIND.get(kind).contains(hyphenated(key)));
  }

  /** What may be set for a target of the kind. */
  static String allowed(Target.Kind kind) {
    return Stream.of(OF_ALL_TARGETS, List.of(LABELS + "NAME"), OF_KIND.get(kind))
        .flatMap(List::stream)
        .sorted()
        .collect(joining(", "));
  }

  private static String hyphenated(String key) {
    return NameUtils.hyphenate(key, true);
  }
}
