package io.temperline.streams.history;

import io.temperline.schemas.CallHistory;
import io.temperline.schemas.CourseCell;
import io.temperline.schemas.EmotionEvent;
import io.temperline.schemas.SmoothedEmotion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * A call's course in {@link #MOST} cells at most: when the call outgrows them, each two become one
 * of twice the length. Where the model's labels have no place, valence and arousal are kept as NaN
 * and told as 0.
 */
final class Course {

  static final int MOST = 64;

  private static final int QUARTERS = 4;

  private Course() {}

  /** Adds a scored window of the caller. */
  static void add(CallHistory history, EmotionEvent event) {
    if (history.getCourseStepMs() == 0) {
      history.setCourseStepMs(event.getHopMs());
    }
    long startMs = Duration.between(history.getStartedAt(), event.getStartsAt()).toMillis();
    while (startMs / history.getCourseStepMs() >= MOST) {
      halve(history);
    }
    int cell = (int) Math.max(0, startMs / history.getCourseStepMs());
    List<CourseCell> course = history.getCourse();
    while (course.size() <= cell) {
      course.add(new CourseCell(0, 0f, 0f, 0f));
    }
    SmoothedEmotion smoothed = event.getSmoothed();
    CourseCell window =
        new CourseCell(
            1,
            HistoryWriter.anger(event),
            Objects.requireNonNullElse(smoothed.getValence(), Float.NaN),
            Objects.requireNonNullElse(smoothed.getArousal(), Float.NaN));
    course.set(cell, together(course.get(cell), window));
  }

  private static void halve(CallHistory history) {
    List<CourseCell> cells = history.getCourse();
    List<CourseCell> halved = new ArrayList<>(MOST);
    for (int i = 0; i < cells.size(); i += 2) {
      halved.add(i + 1 < cells.size() ? together(cells.get(i), cells.get(i + 1)) : cells.get(i));
    }
    history.setCourse(halved);
    history.setCourseStepMs(2 * history.getCourseStepMs());
  }

  private static CourseCell together(CourseCell one, CourseCell other) {
    int windows = one.getWindows() + other.getWindows();
    if (windows == other.getWindows()) {
      return other;
    }
    float share = other.getWindows() / (float) windows;
    return new CourseCell(
        windows,
        between(one.getAnger(), other.getAnger(), share),
        between(one.getValence(), other.getValence(), share),
        between(one.getArousal(), other.getArousal(), share));
  }

  private static float between(float one, float other, float share) {
    return one + (other - one) * share;
  }

  /** Tells valence by quarter and its trend, and makes of the course as it is kept what is told. */
  static void finish(CallHistory history) {
    Float[] quarters = quarters(history);
    history.setValenceByQuarter(Arrays.asList(quarters));
    List<Float> known = Arrays.stream(quarters).filter(Objects::nonNull).toList();
    history.setValenceTrend(
        known.size() < 2 ? null : (Float) (known.get(known.size() - 1) - known.get(0)));
    for (CourseCell cell : history.getCourse()) {
      if (Float.isNaN(cell.getValence())) {
        cell.setValence(0f);
        cell.setArousal(0f);
      }
    }
  }

  private static Float[] quarters(CallHistory history) {
    CourseCell[] quarters = new CourseCell[QUARTERS];
    Arrays.fill(quarters, new CourseCell(0, 0f, 0f, 0f));
    List<CourseCell> course = history.getCourse();
    for (int i = 0; i < course.size(); i++) {
      long startMs = i * history.getCourseStepMs();
      int quarter =
          (int) Math.min(QUARTERS - 1, QUARTERS * startMs / Math.max(1, history.getDurationMs()));
      quarters[quarter] = together(quarters[quarter], course.get(i));
    }
    return Arrays.stream(quarters)
        .map(
            quarter ->
                quarter.getWindows() == 0 || Float.isNaN(quarter.getValence())
                    ? null
                    : (Float) quarter.getValence())
        .toArray(Float[]::new);
  }
}
