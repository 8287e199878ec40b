package io.temperline.dashboard.floor;

import io.micronaut.core.annotation.Nullable;
import io.temperline.dashboard.floor.CallDetail.Window;
import io.temperline.schemas.EmotionEvent;
import io.temperline.schemas.SmoothedEmotion;
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
  private static final Duration TREND = Duration.ofSeconds(30);

  private final int keep;
  private final List<String> labels = new ArrayList<>();
  private final Deque<Entry> entries = new ArrayDeque<>();
  private long lastWindow = -1;
  private Long firstScoredAt;
  private String emotion;
  private Float confidence;
  private Float anger;
  private Float peakAnger;
  private Float trend;

  EmotionTrack(int keep) {
    this.keep = keep;
  }

  private record Entry(long revision, Window window, @Nullable Float anger) {}

  /** Whether the window is one that is not known yet. */
  boolean isNew(EmotionEvent event) {
    return event.getWindow() > lastWindow;
  }

  void add(EmotionEvent event, Talk.Shares talk, long revision) {
    lastWindow = event.getWindow();
    boolean scored = event.getStatus() == WindowStatus.SCORED && event.getSmoothed() != null;
    if (scored) {
      take(event.getSmoothed(), event.getEndsAt().toEpochMilli());
    }
    entries.addLast(new Entry(revision, window(event, talk, scored), scored ? anger : null));
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

  /** The smoothed probability of that emotion, or of the likeliest where none is; as the others. */
  Float confidence() {
    return confidence;
  }

  /** The smoothed anger after the last scored window; null before the first. */
  Float anger() {
    return anger;
  }

  Float peakAnger() {
    return peakAnger;
  }

  /**
   * Anger at the last scored window minus its mean over those that ended in the 30 s before; null
   * until there are 30 s to look back on, as with the rules' figure anger_trend_30s.
   */
  Float trend() {
    return trend;
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

  private void take(SmoothedEmotion now, long at) {
    Map<String, Float> probabilities = now.getProbabilities();
    emotion = now.getTop();
    confidence = Rounded.to3(probabilities.getOrDefault(emotion, largest(probabilities)));
    anger = Rounded.to3(probabilities.get(ANGER));
    peakAnger = anger == null || (peakAnger != null && peakAnger > anger) ? peakAnger : anger;
    firstScoredAt = firstScoredAt == null ? (Long) at : firstScoredAt;
    trend = anger == null ? null : trendTo(at);
  }

  private Float trendTo(long at) {
    long from = at - TREND.toMillis();
    if (firstScoredAt > from) {
      return null;
    }
    double sum = 0;
    int points = 0;
    Iterator<Entry> newestFirst = entries.descendingIterator();
    while (newestFirst.hasNext()) {
      Entry entry = newestFirst.next();
      if (entry.window().at() < from) {
        break;
      }
      if (entry.anger() != null) {
        sum += entry.anger();
        points++;
      }
    }
    return points == 0 ? null : Rounded.to3((float) (anger - sum / points));
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

  private Window window(EmotionEvent event, Talk.Shares talk, boolean scored) {
    SmoothedEmotion now = event.getSmoothed();
    boolean spoken = event.getQuality().getSpeechShare() > 0;
    return new Window(
        event.getEndsAt().toEpochMilli(),
        event.getHopMs(),
        emotion,
        scored ? null : reason(event),
        scored ? inOrder(now.getProbabilities()) : new float[0],
        scored ? Rounded.to3(now.getValence()) : null,
        scored ? Rounded.to3(now.getArousal()) : null,
        spoken ? Rounded.to3(event.getQuality().getLoudnessDbfs()) : null,
        talk.caller(),
        talk.agent());
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
      values[i] = Rounded.to3(probabilities.getOrDefault(labels.get(i), 0f));
    }
    return values;
  }

  private static float largest(Map<String, Float> probabilities) {
    return probabilities.values().stream().max(Float::compare).orElse(0f);
  }
}
