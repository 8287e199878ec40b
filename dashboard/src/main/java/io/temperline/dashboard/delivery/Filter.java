package io.temperline.dashboard.delivery;

import io.temperline.dashboard.delivery.channel.Step;
import io.temperline.schemas.Escalation;
import io.temperline.schemas.Severity;
import io.temperline.schemas.TrialCalls;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What a target wants to hear of. An empty set lets everything pass; where a set names something,
 * what is not known of a call does not pass.
 *
 * @param least the least severity
 * @param languages language ranges as of RFC 4647: {@code de} stands for {@code de-AT} too
 * @param labels labels that the rule must have, with these values
 */
record Filter(
    Severity least,
    Set<Step> steps,
    Set<String> queues,
    List<String> languages,
    Set<String> rules,
    Map<String, String> labels) {

  Filter {
    steps = Set.copyOf(steps);
    queues = Set.copyOf(queues);
    languages = List.copyOf(languages);
    rules = Set.copyOf(rules);
    labels = Map.copyOf(labels);
  }

  boolean passes(Step step, Escalation alert) {
    return !TrialCalls.isTrial(alert.getCallId())
        && steps.contains(step)
        && isSevereEnough(alert.getSeverity())
        && !sleeps(step, alert)
        && passes(queues, alert.getQueue())
        && passes(rules, alert.getRule())
        && passesLanguage(alert.getLanguage())
        && alert.getLabels().entrySet().containsAll(labels.entrySet());
  }

  /** A severity that only a later version knows might be the worst. */
  private boolean isSevereEnough(Severity severity) {
    return severity == Severity.UNKNOWN || severity.compareTo(least) >= 0;
  }

  /**
   * Nobody is bothered with a sleeping alert, but all may know that it went to sleep or is over.
   */
  private static boolean sleeps(Step step, Escalation alert) {
    Instant until = alert.getSnoozedUntil();
    return until != null
        && alert.getAt().isBefore(until)
        && step != Step.CLEARED
        && step != Step.SNOOZED;
  }

  private static boolean passes(Set<String> wanted, String value) {
    return wanted.isEmpty() || (value != null && wanted.contains(value));
  }

  private boolean passesLanguage(String language) {
    if (languages.isEmpty()) {
      return true;
    }
    String known = language == null ? "" : language.toLowerCase(Locale.ROOT) + "-";
    return languages.stream()
        .anyMatch(range -> known.startsWith(range.toLowerCase(Locale.ROOT) + "-"));
  }
}
