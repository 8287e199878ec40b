package io.temperline.dashboard.rules;

import io.temperline.dashboard.rules.RefusedRulesException.Reason;
import io.temperline.rules.RuleSet;
import io.temperline.rules.RuleSetLoader;
import io.temperline.rules.UnusableRulesException;
import io.temperline.schemas.PublishedRules;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Where people publish rule sets and withdraw them. What is refused changes nothing. */
public final class RulesDesk {

  /**
   * By then every instance of the streams application has read the set, so that all judge by it
   * from the same moment on.
   */
  private static final Duration LEAD = Duration.ofMillis(500);

  /**
   * What became of a set.
   *
   * @param rules as they are published
   * @param isNew false where the same set was there before
   */
  public record Applied(PublishedRules rules, boolean isNew) {}

  private final RuleShelf shelf;
  private final RuleSetLoader loader;
  private final Clock clock;

  /**
   * @param loader says what can be used
   */
  public RulesDesk(RulesTopic topic, RuleSetLoader loader, Clock clock) {
    this((RuleShelf) topic, loader, clock);
  }

  RulesDesk(RuleShelf shelf, RuleSetLoader loader, Clock clock) {
    this.shelf = shelf;
    this.loader = loader;
    this.clock = clock;
  }

  /**
   * @throws UnusableRulesException with every problem of the set
   */
  public RuleSet check(String yaml) {
    return loader.load(yaml);
  }

  /** The time by which {@link PublishedSets} are in force or not. */
  public Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  public PublishedSets sets() {
    return new PublishedSets(shelf.read(), loader);
  }

  /** The set that calls are judged by now. */
  RuleSet inForce() {
    return sets()
        .inForceAt(now())
        .map(set -> loader.load(set.getYaml()))
        .orElseGet(RuleSet::shipped);
  }

  /** The text of the shipped set, if that is its version. */
  public static Optional<String> shipped(String version) {
    return version.equals(RuleSet.shipped().version())
        ? Optional.of(RuleSet.shippedYaml())
        : Optional.empty();
  }

  /**
   * Publishes a set, which is in force from its {@code effectiveFrom} on. Returns when the broker
   * has it. Of two that publish the same version at the same time one is refused, wherever they
   * are.
   *
   * @param by who publishes it
   * @param from in place of the set's own time; where neither is given, half a second from now
   * @throws UnusableRulesException with every problem of the set
   * @throws RefusedRulesException where the version is there with other content or was withdrawn,
   *     the time is past, or nobody is named
   */
  public synchronized Applied apply(String yaml, String by, Optional<Instant> from) {
    RuleSet set = loader.load(yaml);
    if (by.isBlank()) {
      throw new RefusedRulesException(Reason.NOBODY, "nobody is named who publishes the set");
    }
    Optional<Instant> wanted = from.or(set::effectiveFrom);
    return shelf.alone(put -> apply(set.version(), yaml, by, wanted, put));
  }

  private Applied apply(
      String version,
      String yaml,
      String by,
      Optional<Instant> wanted,
      Consumer<PublishedRules> put) {
    PublishedSets sets = sets();
    Optional<PublishedRules> there = sets.of(version);
    if (there.isPresent()) {
      requireSame(there.get(), yaml, wanted);
      return new Applied(there.get(), false);
    }
    requireUnused(version, sets);
    Instant now = now();
    wanted.ifPresent(time -> requireFuture(time, now));
    PublishedRules published =
        PublishedRules.newBuilder()
            .setVersion(version)
            .setEffectiveFrom(wanted.orElseGet(() -> now.plus(LEAD)))
            .setPublishedAt(now)
            .setPublishedBy(by)
            .setYaml(yaml)
            .build();
    put.accept(published);
    return new Applied(published, true);
  }

  private static void requireUnused(String version, PublishedSets sets) {
    if (sets.wasWithdrawn(version)) {
      throw new RefusedRulesException(
          Reason.VERSION_TAKEN,
          "version '%s' was withdrawn, and alerts may carry it: give the set a new version"
              .formatted(version));
    }
  }

  private static void requireSame(PublishedRules there, String yaml, Optional<Instant> wanted) {
    if (!there.getYaml().equals(yaml)) {
      throw new RefusedRulesException(
          Reason.VERSION_TAKEN,
          "version '%s' is there with other content: give the changed set a new version"
              .formatted(there.getVersion()));
    }
    wanted
        .filter(time -> !time.equals(there.getEffectiveFrom()))
        .ifPresent(
            time -> {
              throw new RefusedRulesException(
                  Reason.VERSION_TAKEN,
                  "version '%s' is there and in force from %s on, not from %s: give it a new version"
                      .formatted(there.getVersion(), there.getEffectiveFrom(), time));
            });
  }

  private static void requireFuture(Instant time, Instant now) {
    if (time.isBefore(now)) {
      throw new RefusedRulesException(
          Reason.IN_THE_PAST,
          "%s is in the past, and calls of then are judged already: give a later time, or none for at once"
              .formatted(time));
    }
  }

  /**
   * Withdraws a set as if it had never been published; its version is not given again. Returns when
   * the broker has it.
   *
   * @param by who withdraws it; absent where that is not told
   * @return those that are left
   * @throws RefusedRulesException where no such version was published
   */
  public synchronized PublishedSets delete(String version, Optional<String> by) {
    return shelf.alone(
        put -> {
          PublishedSets sets = sets();
          PublishedRules set =
              sets.of(version)
                  .orElseThrow(
                      () ->
                          new RefusedRulesException(Reason.NO_SUCH_VERSION, noSuch(version, sets)));
          PublishedRules gone =
              PublishedRules.newBuilder(set)
                  .setWithdrawnAt(now())
                  .setWithdrawnBy(by.orElse(null))
                  .build();
          put.accept(gone);
          return sets.without(gone);
        });
  }

  private static String noSuch(String version, PublishedSets sets) {
    if (shipped(version).isPresent()) {
      return "version '%s' comes with the program and was not published: there is nothing to delete"
          .formatted(version);
    }
    return "no version '%s' was published; %s".formatted(version, versions(sets));
  }

  /** Which versions there are, for people. */
  public static String versions(PublishedSets sets) {
    return sets.all().isEmpty()
        ? "there is none"
        : "there are "
            + sets.all().stream().map(PublishedRules::getVersion).collect(Collectors.joining(", "));
  }
}
