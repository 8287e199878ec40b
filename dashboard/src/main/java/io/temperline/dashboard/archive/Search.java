package io.temperline.dashboard.archive;

import io.temperline.dashboard.access.Sight;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What calls somebody looks for. An empty text asks for nothing.
 *
 * @param from earliest start, epoch ms
 * @param to starts before, epoch ms
 * @param text part of the customer's or the call's id, whatever its case
 * @param agent the same of the agent's
 * @param queue the queue's name
 * @param emotion the one that filled most of the call
 * @param alert {@code any}, {@code none}, a severity, or a rule's name
 * @param order of the calls
 */
record Search(
    long from,
    long to,
    String text,
    String agent,
    String queue,
    String emotion,
    String alert,
    Comparator<EndedCall> order) {

  private static final Set<String> SEVERITIES = Set.of("INFO", "WARNING", "CRITICAL");

  private static final Map<String, Comparator<EndedCall>> COLUMNS =
      Map.of(
          "started", Comparator.comparingLong(EndedCall::startedAt),
          "duration", Comparator.comparingLong(EndedCall::durationMs),
          "customer", by(EndedCall::customer),
          "agent", by(EndedCall::agent),
          "queue", by(EndedCall::queue),
          "emotion", by(EndedCall::emotion),
          "peak", by(EndedCall::peakAnger),
          "mean", by(EndedCall::meanAnger),
          "alerts", Comparator.comparingInt(EndedCall::alerts));

  /**
   * The order that a request asks for.
   *
   * @param sort a column, with a minus before it for the largest first
   * @throws UnusableSearchException where there is no such column
   */
  static Comparator<EndedCall> orderOf(String sort) {
    boolean down = sort.startsWith("-");
    Comparator<EndedCall> column = COLUMNS.get(down ? sort.substring(1) : sort);
    if (column == null) {
      throw new UnusableSearchException(
          "sort is '"
              + sort
              + "': use one of "
              + COLUMNS.keySet().stream().sorted().collect(Collectors.joining(", "))
              + ", with - before it for the largest first");
    }
    return (down ? column.reversed() : column)
        .thenComparing(EndedCall::startedAt, Comparator.reverseOrder())
        .thenComparing(EndedCall::id);
  }

  /**
   * @param call as it is seen: a masked customer is not looked for, or the mask would find others
   */
  boolean matches(EndedCall call, Sight sight) {
    boolean isCustomer = !sight.isMasked() && contains(call.customer(), text);
    return (isCustomer || contains(call.id(), text))
        && contains(call.agent(), agent)
        && is(call.queue(), queue)
        && is(call.emotion(), emotion)
        && alerted(call);
  }

  private boolean alerted(EndedCall call) {
    return switch (alert) {
      case "" -> true;
      case "any" -> call.alerts() > 0;
      case "none" -> call.alerts() == 0;
      default ->
          SEVERITIES.contains(alert) ? alert.equals(call.severity()) : call.rules().contains(alert);
    };
  }

  private static boolean contains(String value, String part) {
    return part.isEmpty()
        || Stream.ofNullable(value)
            .anyMatch(v -> v.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT)));
  }

  private static boolean is(String value, String wanted) {
    return wanted.isEmpty() || wanted.equals(value);
  }

  private static <T extends Comparable<T>> Comparator<EndedCall> by(Function<EndedCall, T> value) {
    return Comparator.comparing(value, Comparator.nullsFirst(Comparator.naturalOrder()));
  }
}
