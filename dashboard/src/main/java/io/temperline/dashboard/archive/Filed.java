package io.temperline.dashboard.archive;

import io.temperline.schemas.CallHistory;
import io.temperline.schemas.ConversationSide;
import io.temperline.schemas.CourseCell;
import io.temperline.schemas.EscalationSummary;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the archive keeps of a call.
 *
 * @param place where its history lies in the topic
 * @param complete whether it is over and all of it is in
 * @param quarters what each quarter hour of it was like, in their order
 * @param agentSide how its agent talked; null where that is not known
 */
record Filed(
    EndedCall call,
    Place place,
    boolean complete,
    List<Part> quarters,
    ConversationSide agentSide) {

  static final long QUARTER_MS = Duration.ofMinutes(15).toMillis();

  /** A record of the history topic. */
  record Place(int partition, long offset) {}

  /**
   * What of the call lies in one quarter hour.
   *
   * @param from the quarter hour's begin, epoch ms
   * @param windows scored ones that start in it
   * @param anger the sum of their smoothed anger
   * @param alerts raised in it
   */
  record Part(long from, int windows, double anger, int alerts) {}

  static Filed of(CallHistory history, Place place) {
    return new Filed(
        Rows.of(history),
        place,
        history.getComplete(),
        quarters(history),
        history.getConversation() == null ? null : history.getConversation().getAgent());
  }

  private static List<Part> quarters(CallHistory history) {
    Map<Long, List<Part>> parts = new TreeMap<>();
    for (Part part : pieces(history)) {
      parts.computeIfAbsent(part.from(), from -> new ArrayList<>()).add(part);
    }
    return parts.values().stream().map(Filed::sum).toList();
  }

  /** A cell of the course that spans two quarter hours counts where it begins. */
  private static List<Part> pieces(CallHistory history) {
    List<Part> pieces = new ArrayList<>();
    long start = history.getStartedAt().toEpochMilli();
    pieces.add(new Part(quarterOf(start), 0, 0, 0));
    List<CourseCell> course = history.getCourse();
    for (int i = 0; i < course.size(); i++) {
      CourseCell cell = course.get(i);
      long from = quarterOf(start + i * history.getCourseStepMs());
      pieces.add(new Part(from, cell.getWindows(), cell.getWindows() * cell.getAnger(), 0));
    }
    for (EscalationSummary alert : history.getEscalations()) {
      pieces.add(new Part(quarterOf(alert.getRaisedAt().toEpochMilli()), 0, 0, 1));
    }
    return pieces;
  }

  private static Part sum(List<Part> parts) {
    return parts.stream()
        .reduce(
            (a, b) ->
                new Part(
                    a.from(),
                    a.windows() + b.windows(),
                    a.anger() + b.anger(),
                    a.alerts() + b.alerts()))
        .orElseThrow();
  }

  static long quarterOf(long at) {
    return Math.floorDiv(at, QUARTER_MS) * QUARTER_MS;
  }
}
