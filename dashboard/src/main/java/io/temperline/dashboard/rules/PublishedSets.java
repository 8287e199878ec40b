package io.temperline.dashboard.rules;

import io.temperline.rules.RuleSetLoader;
import io.temperline.rules.UnusableRulesException;
import io.temperline.schemas.PublishedRules;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The published rule sets as they lie in time. Immutable. */
public final class PublishedSets {

  /** What a set is at a moment. */
  public enum Standing {
    /** It comes into force later. */
    COMING,
    IN_FORCE,
    /** Another one has come into force. */
    OVER,
    /** The streams application passes it over. */
    UNUSABLE,
    /** As if it had never been published. */
    WITHDRAWN
  }

  /** Where two begin at the same moment, the one that was published later counts. */
  private static final Comparator<PublishedRules> IN_TIME =
      Comparator.comparing(PublishedRules::getEffectiveFrom)
          .thenComparing(PublishedRules::getPublishedAt)
          .thenComparing(PublishedRules::getVersion);

  private final List<PublishedRules> sets;
  private final List<PublishedRules> withdrawn;
  private final Set<String> unusable;

  /**
   * @param sets withdrawn ones are told apart, as if they had never been published
   * @param loader says which are usable
   */
  public PublishedSets(Collection<PublishedRules> sets, RuleSetLoader loader) {
    this(
        sets.stream().filter(set -> set.getWithdrawnAt() == null).sorted(IN_TIME).toList(),
        sets.stream().filter(set -> set.getWithdrawnAt() != null).sorted(IN_TIME).toList(),
        sets.stream()
            .filter(set -> set.getWithdrawnAt() == null && !isUsable(set, loader))
            .map(PublishedRules::getVersion)
            .collect(Collectors.toUnmodifiableSet()));
  }

  private PublishedSets(
      List<PublishedRules> sets, List<PublishedRules> withdrawn, Set<String> unusable) {
    this.sets = sets;
    this.withdrawn = withdrawn;
    this.unusable = unusable;
  }

  private static boolean isUsable(PublishedRules set, RuleSetLoader loader) {
    try {
      loader.load(set.getYaml());
      return true;
    } catch (UnusableRulesException e) {
      return false;
    }
  }

  /** All but those withdrawn, in the order in which they come into force. */
  public List<PublishedRules> all() {
    return sets;
  }

  /** In the order in which they would have come into force. */
  public List<PublishedRules> withdrawn() {
    return withdrawn;
  }

  /** A set that is not withdrawn. */
  public Optional<PublishedRules> of(String version) {
    return named(version, sets);
  }

  /** A set that is. */
  public Optional<PublishedRules> withdrawn(String version) {
    return named(version, withdrawn);
  }

  private static Optional<PublishedRules> named(String version, List<PublishedRules> sets) {
    return sets.stream().filter(set -> set.getVersion().equals(version)).findAny();
  }

  public boolean wasWithdrawn(String version) {
    return withdrawn(version).isPresent();
  }

  /** The same with that one withdrawn. */
  PublishedSets without(PublishedRules gone) {
    return new PublishedSets(
        sets.stream().filter(set -> !set.getVersion().equals(gone.getVersion())).toList(),
        Stream.concat(withdrawn.stream(), Stream.of(gone)).sorted(IN_TIME).toList(),
        unusable);
  }

  /** Empty where the shipped set is in force, as none was published for that moment. */
  public Optional<PublishedRules> inForceAt(Instant moment) {
    return sets.stream()
        .filter(set -> !unusable.contains(set.getVersion()))
        .filter(set -> !set.getEffectiveFrom().isAfter(moment))
        .reduce((earlier, later) -> later);
  }

  public Standing standing(PublishedRules set, Instant moment) {
    if (set.getWithdrawnAt() != null) {
      return Standing.WITHDRAWN;
    }
    if (unusable.contains(set.getVersion())) {
      return Standing.UNUSABLE;
    }
    if (set.getEffectiveFrom().isAfter(moment)) {
      return Standing.COMING;
    }
    boolean inForce =
        inForceAt(moment).filter(now -> now.getVersion().equals(set.getVersion())).isPresent();
    return inForce ? Standing.IN_FORCE : Standing.OVER;
  }
}
