package io.temperline.dashboard.delivery.channel;

import io.temperline.schemas.ClearReason;
import io.temperline.schemas.Escalation;
import io.temperline.schemas.Evidence;
import io.temperline.schemas.Verdict;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A notice in words. All texts are single lines, however the rule or the call is named. */
final class Wording {

  private static final String SUMMARY = "summary";

  private final Notice notice;
  private final Escalation alert;

  Wording(Notice notice) {
    this.notice = notice;
    this.alert = notice.alert();
  }

  /** Such as "Critical: sustained-anger on call 4711, queue Billing". */
  String headline() {
    String where = alert.getQueue() == null ? "" : ", queue " + alert.getQueue();
    return oneLine(
        "%s: %s on call %s%s".formatted(what(), alert.getRule(), alert.getCallId(), where));
  }

  /** What the rule says of it, or else its figures. */
  String summary() {
    String summary = alert.getAnnotations().get(SUMMARY);
    return oneLine(summary == null || summary.isBlank() ? figures() : summary);
  }

  /** What else there is to know, by name; nothing that is not known. */
  Map<String, String> facts() {
    Map<String, String> facts = new LinkedHashMap<>();
    put(facts, "What to do", notice.step() == Step.CLEARED ? null : alert.getRecommendedAction());
    put(facts, "Why", reason(alert.getClearedBecause()));
    put(facts, "Note", alert.getNote());
    put(facts, "By", alert.getBy());
    put(facts, "Taken care of by", alert.getAcknowledgedBy());
    put(facts, "Severity", word(alert.getSeverity()));
    put(facts, "Language", alert.getLanguage());
    put(facts, "Raised", time(alert.getRaisedAt()));
    alert
        .getAnnotations()
        .forEach((name, text) -> put(facts, name, name.equals(SUMMARY) ? null : text));
    alert.getLabels().forEach((name, text) -> put(facts, name, text));
    return facts;
  }

  private String what() {
    return switch (notice.step()) {
      case RAISED -> capitalized(word(alert.getSeverity()));
      case WORSE -> "Worse";
      case BETTER -> "Better";
      case GOES_ON -> "Still on";
      case CLEARED -> "Cleared";
      case ACKNOWLEDGED -> "Acknowledged";
      case SNOOZED ->
          alert.getSnoozedUntil() == null
              ? "Snoozed"
              : "Snoozed until " + time(alert.getSnoozedUntil());
      case JUDGED -> judgement(alert.getVerdict());
      case NOTED -> "Noted";
    };
  }

  private String figures() {
    Evidence evidence = alert.getEvidence();
    return evidence.getEmotion().isEmpty()
        ? String.format(Locale.ROOT, "for %.0f s", evidence.getSpeechSeconds())
        : String.format(
            Locale.ROOT,
            "%s %.2f for %.0f s, peak %.2f",
            evidence.getEmotion(),
            evidence.getLevel(),
            evidence.getSpeechSeconds(),
            evidence.getPeak());
  }

  private static String reason(ClearReason reason) {
    if (reason == null) {
      return null;
    }
    return switch (reason) {
      case CALM -> "the caller has calmed down";
      case OUT_OF_SCOPE -> "the rule no longer applies to the call";
      case RULE_GONE -> "the rule was taken away";
      case CALL_ENDED -> "the call has ended";
      case ERASED -> "the call was erased";
      case UNKNOWN -> null;
    };
  }

  private static String judgement(Verdict verdict) {
    if (verdict == Verdict.RIGHT) {
      return "Judged right";
    }
    return verdict == Verdict.FALSE_ALARM ? "Judged a false alarm" : "Judged";
  }

  private static void put(Map<String, String> facts, String name, String value) {
    if (value != null && !value.isBlank()) {
      facts.putIfAbsent(oneLine(name), oneLine(value));
    }
  }

  private static String time(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static String word(Enum<?> symbol) {
    return symbol.name().toLowerCase(Locale.ROOT);
  }

  private static String capitalized(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  private static String oneLine(String text) {
    return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
  }

  /** No longer than that; three dots stand for what is missing. */
  static String shortened(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    int end = longest - 1;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
  }
}
