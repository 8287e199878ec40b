package io.temperline.streams.history;

import io.temperline.schemas.CallHistory;
import io.temperline.schemas.EmotionEvent;
import io.temperline.schemas.Stretch;
import io.temperline.schemas.WindowStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A call's windows as stretches of one kind, run-length encoded, and never more than {@link #MOST}
 * of them: where there would be more, the timeline becomes coarser. It is then told in steps from
 * the call's start, each of the kind that fills most of it, of two alike the earlier; the time
 * covered stays what it was. The last step is kept window by window until it is over.
 */
final class Timeline {

  static final int MOST = 512;

  private Timeline() {}

  /** Adds a window of the caller, which is later than those before it. */
  static void add(CallHistory history, EmotionEvent event) {
    List<Stretch> stretches = history.getTimeline();
    long startMs = Duration.between(history.getStartedAt(), event.getStartsAt()).toMillis();
    long endMs = startMs + event.getHopMs();
    long coveredMs = stretches.isEmpty() ? 0 : stretches.get(stretches.size() - 1).getEndMs();
    if (endMs > coveredMs) {
      float anger = event.getStatus() == WindowStatus.SCORED ? HistoryWriter.anger(event) : 0;
      append(
          stretches,
          new Stretch(
              Math.max(startMs, coveredMs), endMs, event.getTop(), event.getReason(), anger));
      if (stretches.size() > MOST) {
        coarsen(history, event.getHopMs());
      }
    }
  }

  /** Makes of the timeline as it is kept the one that is told. */
  static void finish(CallHistory history) {
    if (history.getTimelineStepMs() > 0) {
      history.setTimeline(inSteps(history.getTimeline(), history.getTimelineStepMs()));
    }
  }

  private static void coarsen(CallHistory history, long hopMs) {
    long stepMs = Math.max(history.getTimelineStepMs(), 2 * hopMs);
    List<Stretch> stretches = history.getTimeline();
    while (inSteps(stretches, stepMs).size() > MOST) {
      stepMs *= 2;
    }
    history.setTimelineStepMs(stepMs);
    history.setTimeline(closedInSteps(stretches, stepMs));
  }

  /** All but the last step, if it is not over. */
  private static List<Stretch> closedInSteps(List<Stretch> stretches, long stepMs) {
    long openMs = stretches.get(stretches.size() - 1).getEndMs() / stepMs * stepMs;
    List<Stretch> closed = new ArrayList<>();
    List<Stretch> open = new ArrayList<>();
    for (Stretch stretch : stretches) {
      if (stretch.getStartMs() < openMs) {
        closed.add(part(stretch, stretch.getStartMs(), Math.min(stretch.getEndMs(), openMs)));
      }
      if (stretch.getEndMs() > openMs) {
        open.add(part(stretch, Math.max(stretch.getStartMs(), openMs), stretch.getEndMs()));
      }
    }
    List<Stretch> folded = inSteps(closed, stepMs);
    open.forEach(stretch -> append(folded, stretch));
    return folded;
  }

  static List<Stretch> inSteps(List<Stretch> stretches, long stepMs) {
    List<Stretch> folded = new ArrayList<>();
    List<Stretch> step = new ArrayList<>();
    for (Stretch stretch : stretches) {
      for (Stretch part : cut(stretch, stepMs)) {
        if (!step.isEmpty() && part.getStartMs() / stepMs != step.get(0).getStartMs() / stepMs) {
          append(folded, filled(step));
          step.clear();
        }
        step.add(part);
      }
    }
    if (!step.isEmpty()) {
      append(folded, filled(step));
    }
    return folded;
  }

  /** What lies in its first step, what fills whole steps, and what lies in its last. */
  private static List<Stretch> cut(Stretch stretch, long stepMs) {
    long start = stretch.getStartMs();
    long end = stretch.getEndMs();
    long firstBound = (start + stepMs - 1) / stepMs * stepMs;
    long lastBound = end / stepMs * stepMs;
    List<Stretch> parts = new ArrayList<>(3);
    if (firstBound > lastBound) {
      parts.add(part(stretch, start, end));
      return parts;
    }
    if (start < firstBound) {
      parts.add(part(stretch, start, firstBound));
    }
    if (firstBound < lastBound) {
      parts.add(part(stretch, firstBound, lastBound));
    }
    if (lastBound < end) {
      parts.add(part(stretch, lastBound, end));
    }
    return parts;
  }

  /** One stretch in place of those of a step: as long as they are together. */
  private static Stretch filled(List<Stretch> step) {
    Stretch longest = step.get(0);
    long longestMs = 0;
    long coveredMs = 0;
    float peak = 0;
    for (Stretch kind : step) {
      long ms = step.stream().filter(other -> alike(kind, other)).mapToLong(Timeline::ms).sum();
      if (ms > longestMs) {
        longest = kind;
        longestMs = ms;
      }
      coveredMs += ms(kind);
      peak = Math.max(peak, kind.getPeakAnger());
    }
    long start = step.get(0).getStartMs();
    return new Stretch(start, start + coveredMs, longest.getEmotion(), longest.getReason(), peak);
  }

  private static void append(List<Stretch> stretches, Stretch next) {
    Stretch last = stretches.isEmpty() ? null : stretches.get(stretches.size() - 1);
    if (last != null && last.getEndMs() == next.getStartMs() && alike(last, next)) {
      last.setEndMs(next.getEndMs());
      last.setPeakAnger(Math.max(last.getPeakAnger(), next.getPeakAnger()));
    } else {
      stretches.add(next);
    }
  }

  private static Stretch part(Stretch stretch, long startMs, long endMs) {
    return new Stretch(
        startMs, endMs, stretch.getEmotion(), stretch.getReason(), stretch.getPeakAnger());
  }

  private static boolean alike(Stretch one, Stretch other) {
    return Objects.equals(one.getEmotion(), other.getEmotion())
        && one.getReason() == other.getReason();
  }

  private static long ms(Stretch stretch) {
    return stretch.getEndMs() - stretch.getStartMs();
  }
}
