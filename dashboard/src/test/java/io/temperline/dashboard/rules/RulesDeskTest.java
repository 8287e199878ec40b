package io.temperline.dashboard.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.temperline.dashboard.rules.PublishedSets.Standing;
import io.temperline.dashboard.rules.RefusedRulesException.Reason;
import io.temperline.rules.RuleSetLoader;
import io.temperline.rules.UnusableRulesException;
import io.temperline.schemas.PublishedRules;
import io.temperline.schemas.TrustedClasses;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How rule sets are published and withdrawn. */
class RulesDeskTest {

  static {
    TrustedClasses.trustOurs();
  }

  private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

  private final ShelfInMemory shelf = new ShelfInMemory();
  private final RulesDesk desk = at(NINE);

  private RulesDesk at(Instant now) {
    return new RulesDesk(
        (RuleShelf) shelf, new RuleSetLoader(Set.of("angry")), Clock.fixed(now, ZoneOffset.UTC));
  }

  @Test
  void aSetIsInForceHalfASecondAfterItIsPublished() {
    PublishedRules published = apply(set("a")).rules();

    assertThat(published.getEffectiveFrom()).isEqualTo(NINE.plusMillis(500));
    assertThat(published.getPublishedAt()).isEqualTo(NINE);
    assertThat(published.getPublishedBy()).isEqualTo("olga");
    assertThat(published.getYaml()).isEqualTo(set("a"));
    assertThat(desk.sets().inForceAt(NINE)).isEmpty();
    assertThat(versionAt(NINE.plusMillis(500))).contains("a");
  }

  @Test
  void aSetsOwnTimeIsTakenUnlessAnotherIsAskedFor() {
    String timed = "effectiveFrom: 2026-03-02T12:00:00+01:00\n" + set("a");
    Instant noon = Instant.parse("2026-03-02T12:00:00Z");

    assertThat(apply(timed).rules().getEffectiveFrom())
        .isEqualTo(Instant.parse("2026-03-02T11:00:00Z"));
    assertThat(
            desk.apply(timed.replace("\"a\"", "b"), "olga", Optional.of(noon))
                .rules()
                .getEffectiveFrom())
        .isEqualTo(noon);
  }

  @Test
  void theSameSetAgainChangesNothing() {
    apply(set("a"));

    RulesDesk.Applied again = at(NINE.plusSeconds(60)).apply(set("a"), "bea", Optional.empty());

    assertThat(again.isNew()).isFalse();
    assertThat(again.rules().getPublishedBy()).isEqualTo("olga");
    assertThat(again.rules().getEffectiveFrom()).isEqualTo(NINE.plusMillis(500));
  }

  @Test
  void aVersionWithOtherContentOrAnotherTimeIsRefused() {
    apply(set("a"));

    assertRefused(Reason.VERSION_TAKEN, set("a") + "# changed\n", Optional.empty());
    assertRefused(Reason.VERSION_TAKEN, set("a"), Optional.of(NINE.plusSeconds(60)));
    assertThat(desk.sets().of("a").orElseThrow().getYaml()).isEqualTo(set("a"));
  }

  @Test
  void aTimeThatIsPastIsRefused() {
    assertRefused(Reason.IN_THE_PAST, set("a"), Optional.of(NINE.minusMillis(1)));
    assertRefused(
        Reason.IN_THE_PAST, "effectiveFrom: 2026-03-02T08:59:59Z\n" + set("a"), Optional.empty());
    assertThat(desk.sets().all()).isEmpty();
  }

  @Test
  void aSetThatCannotBeUsedChangesNothing() {
    apply(set("a"));

    assertThatExceptionOfType(UnusableRulesException.class)
        .isThrownBy(() -> apply(set("b").replace("anger", "emotions['sad']")));

    assertThat(versionAt(NINE.plusSeconds(60))).contains("a");
    assertThat(desk.sets().all()).hasSize(1);
  }

  @Test
  void somebodyMustPublishIt() {
    assertThatExceptionOfType(RefusedRulesException.class)
        .isThrownBy(() -> desk.apply(set("a"), " ", Optional.empty()))
        .matches(e -> e.reason() == Reason.NOBODY);
  }

  @Test
  void whatIsWithdrawnLeavesThePlaceToWhatWasBefore() {
    apply(set("a"));
    at(NINE.plusSeconds(1)).apply(set("b"), "olga", Optional.empty());

    PublishedSets left = desk.delete("b", Optional.empty());

    assertThat(left.inForceAt(NINE.plusSeconds(60)).orElseThrow().getVersion()).isEqualTo("a");
    assertThat(desk.sets().all()).extracting(PublishedRules::getVersion).containsExactly("a");
    assertThatExceptionOfType(RefusedRulesException.class)
        .isThrownBy(() -> desk.delete("b", Optional.empty()))
        .matches(e -> e.reason() == Reason.NO_SUCH_VERSION)
        .withMessageContaining("there are a");
  }

  @Test
  void aVersionThatWasWithdrawnNeverReturns() {
    apply(set("a"));
    desk.delete("a", Optional.of("bea"));

    assertThat(desk.sets().withdrawn("a").orElseThrow().getWithdrawnBy()).isEqualTo("bea");
    assertRefused(Reason.VERSION_TAKEN, set("a"), Optional.empty());
    assertRefused(Reason.VERSION_TAKEN, set("a") + "# changed\n", Optional.empty());
    assertThat(apply(set("b")).isNew()).isTrue();
    assertThat(desk.delete("b", Optional.empty()).wasWithdrawn("b")).isTrue();
  }

  @Test
  void setsAreToComeInForceOrOver() {
    apply(set("a"));
    at(NINE.plusSeconds(10)).apply(set("b"), "olga", Optional.empty());
    shelf.put(
        PublishedRules.newBuilder(desk.sets().of("b").orElseThrow())
            .setVersion("broken")
            .setYaml("version: broken")
            .build());

    assertThat(standing("a", NINE)).isEqualTo(Standing.COMING);
    assertThat(standing("a", NINE.plusSeconds(5))).isEqualTo(Standing.IN_FORCE);
    assertThat(standing("a", NINE.plusSeconds(20))).isEqualTo(Standing.OVER);
    assertThat(standing("b", NINE.plusSeconds(20))).isEqualTo(Standing.IN_FORCE);
    assertThat(standing("broken", NINE.plusSeconds(20))).isEqualTo(Standing.UNUSABLE);
  }

  private Standing standing(String version, Instant at) {
    PublishedSets sets = desk.sets();
    return sets.standing(sets.of(version).orElseThrow(), at);
  }

  private Optional<String> versionAt(Instant moment) {
    return desk.sets().inForceAt(moment).map(PublishedRules::getVersion);
  }

  private RulesDesk.Applied apply(String yaml) {
    return desk.apply(yaml, "olga", Optional.empty());
  }

  private void assertRefused(Reason reason, String yaml, Optional<Instant> from) {
    assertThatExceptionOfType(RefusedRulesException.class)
        .isThrownBy(() -> desk.apply(yaml, "olga", from))
        .matches(e -> e.reason() == reason);
  }

  private static String set(String version) {
    return "version: \"%s\"\nrules: [{name: loud, expr: anger > 0.5, severity: info}]\n"
        .formatted(version);
  }
}
