package io.temperline.dashboard.floor;

import io.micronaut.core.annotation.Nullable;
import io.temperline.dashboard.floor.CallDetail.Window;
import io.temperline.schemas.EmotionEvent;
import io.temperline.schemas.WindowStatus;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The caller's windows in their order, as many as are kept. Probabilities lie in plain arrays: an
 * hour of a call is 3,600 windows, and there are hundreds of calls.
 */
final class EmotionTrack {

  /** The label whose probability the floor is sorted by. */
  static final String ANGER = "angry";

  private static final Duration SPARKLINE = Duration.ofMinutes(2);

  private final int keep;
  private final List<String> labels = new ArrayList<>();
  private final Deque<Entry> entries = new ArrayDeque<>();
  private long lastWindow = -1;
  private String emotion;
  private Float anger;
  private Float peakAnger;

  EmotionTrack(int keep) {
    this.keep = keep;
  }

  private record Entry(long revision, Window window, @Nullable Float anger) {}

  /** Adds the window; one that is already known changes nothing. */
  void add(EmotionEvent event, long revision) {
    if (event.getWindow() <= lastWindow) {
      return;
    }
    lastWindow = event.getWindow();
    boolean scored = event.getStatus() == WindowStatus.SCORED && event.getSmoothed() != null;
    if (scored) {
      emotion = event.getSmoothed().getTop();
      anger = rounded(event.getSmoothed().getProbabilities().get(ANGER));
      peakAnger = anger == null || (peakAnger != null && peakAnger > anger) ? peakAnger : anger;
    }
    entries.addLast(new Entry(revision, window(event, scored), scored ? anger : null));
    if (entries.size() > keep) {
      entries.removeFirst();
    }
  }

  List<String> labels() {
    return List.copyOf(labels);
  }

  /** The smoothed emotion after the last scored window; null before the first. */
  String emotion() {
    return emotion;
  }

  /** The smoothed anger after the last scored window; null before the first. */
  Float anger() {
    return anger;
  }

  Float peakAnger() {
    return peakAnger;
  }

  /** Why the latest window was not scored; null where it was, or where there is none. */
  String notScored() {
    return entries.isEmpty() ? null : entries.getLast().window().notScored();
  }

  /** The windows that came after {@code revision}. */
  List<Window> windows(long revision) {
    return after(revision, Long.MIN_VALUE, Entry::window);
  }

  /** The last two minutes of anger, of it what came after {@code revision}. */
  List<AngerPoint> recent(long revision) {
    if (entries.isEmpty()) {
      return List.of();
    }
    long from = entries.getLast().window().at() - SPARKLINE.toMillis();
    return after(revision, from, e -> new AngerPoint(e.window().at(), e.anger()));
  }

  private <T> List<T> after(long revision, long from, Function<Entry, T> form) {
    List<T> found = new ArrayList<>();
    Iterator<Entry> newestFirst = entries.descendingIterator();
    while (newestFirst.hasNext()) {
      Entry entry = newestFirst.next();
      if (entry.revision() <= revision || entry.window().at() <= from) {
        break;
      }
      found.add(form.apply(entry));
    }
    Collections.reverse(found);
    return found;
  }

  private Window window(EmotionEvent event, boolean scored) {
    return new Window(
        event.getEndsAt().toEpochMilli(),
        event.getHopMs(),
        emotion,
        scored ? null : reason(event),
        scored ? inOrder(event.getSmoothed().getProbabilities()) : new float[0]);
  }

  private static String reason(EmotionEvent event) {
    return event.getReason() == null ? "UNKNOWN" : event.getReason().name();
  }

  private float[] inOrder(Map<String, Float> probabilities) {
    probabilities.keySet().stream()
        .filter(label -> !labels.contains(label))
        .sorted()
        .forEach(labels::add);
    float[] values = new float[labels.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = rounded(probabilities.getOrDefault(labels.get(i), 0f));
    }
    return values;
  }

  /** Three digits say all that a page can show, and halve what is sent. */
  private static Float rounded(@Nullable Float probability) {
    return probability == null ? null : Math.round(probability * 1000) / 1000f;
  }
}
