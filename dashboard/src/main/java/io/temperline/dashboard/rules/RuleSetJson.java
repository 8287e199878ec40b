package io.temperline.dashboard.rules;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.temperline.rules.RuleSet;
import io.temperline.schemas.PublishedRules;
import java.time.Instant;
import java.util.Optional;

/**
 * A rule set as the interface tells of it. Times are epoch ms; they are null of the shipped set.
 *
 * @param withdrawnAt null of those that are not
 * @param withdrawnBy null where that was not told
 * @param yaml left out in lists
 */
@Serdeable
record RuleSetJson(
    String version,
    @Nullable Long effectiveFrom,
    @Nullable Long publishedAt,
    @Nullable String publishedBy,
    @Nullable Long withdrawnAt,
    @Nullable String withdrawnBy,
    PublishedSets.Standing standing,
    @Nullable @JsonInclude(JsonInclude.Include.NON_NULL) String yaml) {

  static RuleSetJson summary(PublishedRules set, PublishedSets sets, Instant now) {
    return new RuleSetJson(
        set.getVersion(),
        set.getEffectiveFrom().toEpochMilli(),
        set.getPublishedAt().toEpochMilli(),
        set.getPublishedBy(),
        Optional.ofNullable(set.getWithdrawnAt()).map(Instant::toEpochMilli).orElse(null),
        set.getWithdrawnBy(),
        sets.standing(set, now),
        null);
  }

  /** Without its text. */
  static RuleSetJson shipped(PublishedSets sets, Instant now) {
    PublishedSets.Standing standing =
        sets.inForceAt(now).isPresent()
            ? PublishedSets.Standing.OVER
            : PublishedSets.Standing.IN_FORCE;
    return new RuleSetJson(
        RuleSet.shipped().version(), null, null, null, null, null, standing, null);
  }

  RuleSetJson with(String text) {
    return new RuleSetJson(
        version, effectiveFrom, publishedAt, publishedBy, withdrawnAt, withdrawnBy, standing, text);
  }
}
