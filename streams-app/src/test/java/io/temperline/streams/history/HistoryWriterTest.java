package io.temperline.streams.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.temperline.schemas.CallHistory;
import io.temperline.schemas.CourseCell;
import io.temperline.schemas.EscalationSummary;
import io.temperline.schemas.ModelVersions;
import io.temperline.schemas.NotScoredReason;
import io.temperline.schemas.Stretch;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryWriterTest {

  private static final int HOUR = 3600;
  private static final String[] EMOTIONS = {"angry", "disgusted", "fearful", "happy", "surprised"};

  private final Told call = new Told();

  @Test
  void windowsOfOneKindAreOneStretch() {
    call.scored("neutral", 0.1f, 0f).scored("neutral", 0.2f, 0f).silent();
    call.scored("angry", 0.9f, -1f).scored("angry", 0.8f, -1f).ends();

    assertThat(call.now().getTimelineStepMs()).isZero();
    assertThat(call.now().getTimeline())
        .containsExactly(
            new Stretch(0L, 2000L, "neutral", null, 0.2f),
            new Stretch(2000L, 3000L, null, NotScoredReason.SILENCE, 0f),
            new Stretch(3000L, 5000L, "angry", null, 0.9f));
  }

  @Test
  void theCallsFirstAndLastEmotionAndItsModelsAreTold() {
    call.silent().scored("happy", 0, 1f).byModel("m 2").scored("angry", 1, 0f).byModel("m 1");
    call.scored("neutral", 0, 0f).silent();

    CallHistory told = call.now();
    assertThat(told.getFirstEmotion()).isEqualTo("happy");
    assertThat(told.getLastEmotion()).isEqualTo("neutral");
    assertThat(told.getModels()).extracting(ModelVersions::getModel).containsExactly("m 1", "m 2");
    assertThat(told.getVersions().getModel()).isEqualTo("m 1");
    assertThat(told.getNotScoredReasons()).containsExactly(Map.entry("SILENCE", 2));
  }

  @Test
  void anEightHourCallThatChangesEachSecondStaysUnder64Kilobytes() {
    for (int second = 0; second < 8 * HOUR; second++) {
      call.scored(EMOTIONS[second % EMOTIONS.length], 0.5f, -0.5f);
      if (second % 60 == 0) {
        call.alert("Anger 0.71 for 12 seconds, and the caller has been on hold before");
      }
    }
    call.ends();

    assertThat(call.bytes()).isLessThan(64 << 10);
    assertThat(call.kept().length).isLessThan(64 << 10);
    assertThat(call.now().getTimeline()).hasSizeBetween(200, Timeline.MOST);
    assertThat(covered(call.now())).isEqualTo(8 * HOUR * 1000L);
    assertThat(call.now().getTimelineStepMs()).isEqualTo(64_000);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void aTimelineCoversTheSameTimeHoweverCoarseItGets(int seed) {
    Random random = new Random(seed);
    long seconds = 0;
    int most = seed * 400;
    while (seconds < most) {
      int run = 1 + random.nextInt(3);
      String emotion = EMOTIONS[random.nextInt(EMOTIONS.length)];
      for (int i = 0; i < run; i++, seconds++) {
        float anger = random.nextFloat();
        if (emotion.equals("happy")) {
          call.silent();
        } else {
          call.scored(emotion, anger, 0f);
        }
      }
      if (random.nextInt(20) == 0) {
        call.nothingFor(random.nextInt(30));
      }
      assertThat(covered(call.now())).isEqualTo(seconds * 1000);
    }
    call.ends();

    CallHistory told = call.now();
    assertThat(told.getTimeline()).hasSizeLessThanOrEqualTo(Timeline.MOST);
    assertThat(told.getTimeline()).allMatch(stretch -> stretch.getStartMs() < stretch.getEndMs());
    for (int i = 1; i < told.getTimeline().size(); i++) {
      Stretch before = told.getTimeline().get(i - 1);
      assertThat(told.getTimeline().get(i).getStartMs()).isGreaterThanOrEqualTo(before.getEndMs());
    }
    assertThat(told.getTimeline().stream().map(Stretch::getPeakAnger).max(Float::compare))
        .hasValue(told.getPeakAnger());
  }

  @Test
  void aStepIsOfTheKindThatFillsMostOfItAndOfTwoAlikeTheEarlier() {
    List<Stretch> folded =
        Timeline.inSteps(
            List.of(
                new Stretch(0L, 1000L, "neutral", null, 0.1f),
                new Stretch(1000L, 3000L, "angry", null, 0.8f),
                new Stretch(3000L, 4000L, "neutral", null, 0.3f),
                new Stretch(4000L, 5000L, "happy", null, 0f),
                new Stretch(5500L, 10_000L, "neutral", null, 0.2f)),
            4000);

    assertThat(folded)
        .containsExactly(
            new Stretch(0L, 7500L, "neutral", null, 0.8f),
            new Stretch(8000L, 10_000L, "neutral", null, 0.2f));
  }

  @Test
  void theCourseKeepsTheMeansOfAllWindowsInFewCells() {
    Random random = new Random(7);
    double anger = 0;
    double valence = 0;
    for (int i = 0; i < 1000; i++) {
      float value = random.nextFloat();
      anger += value / 1000;
      valence += -value / 1000;
      call.scored("angry", value, -value);
    }

    List<CourseCell> course = call.now().getCourse();
    assertThat(course).hasSizeLessThanOrEqualTo(Course.MOST);
    assertThat(call.now().getCourseStepMs()).isEqualTo(16_000);
    assertThat(course.stream().mapToInt(CourseCell::getWindows).sum()).isEqualTo(1000);
    assertThat(course.stream().mapToDouble(cell -> cell.getWindows() * cell.getAnger()).sum())
        .isCloseTo(1000 * anger, within(0.01));
    assertThat(course.stream().mapToDouble(cell -> cell.getWindows() * cell.getValence()).sum())
        .isCloseTo(1000 * valence, within(0.01));
  }

  @Test
  void valenceIsToldByQuarterWithItsTrend() {
    for (int second = 0; second < 40; second++) {
      if (second >= 10 && second < 20) {
        call.silent();
      } else {
        call.scored("neutral", 0f, second < 10 ? -0.5f : second < 30 ? 0f : 0.25f);
      }
    }
    call.ends();

    assertThat(call.now().getValenceByQuarter()).containsExactly(-0.5f, null, 0f, 0.25f);
    assertThat(call.now().getValenceTrend()).isEqualTo(0.75f);
  }

  @Test
  void whereEmotionsHaveNoPlaceNothingIsSaidOfValence() {
    call.scored("neutral", 0.5f, null).scored("neutral", 0.25f, null).ends();

    assertThat(call.now().getValenceByQuarter()).containsOnlyNulls();
    assertThat(call.now().getValenceTrend()).isNull();
    assertThat(call.now().getCourse())
        .containsExactly(new CourseCell(1, 0.5f, 0f, 0f), new CourseCell(1, 0.25f, 0f, 0f));
  }

  @Test
  void theLastHundredAlertsAreToldTheOthersCounted() {
    for (int i = 0; i < 130; i++) {
      call.alert("Anger 0.7");
    }
    call.alertAgain(3, "too long ago").alertAgain(120, "Anger 0.9");

    List<EscalationSummary> alerts = call.now().getEscalations();
    assertThat(call.now().getEscalationsOmitted()).isEqualTo(30);
    assertThat(alerts).hasSize(100);
    assertThat(alerts.get(0).getEscalationId()).isEqualTo("ada/sustained-anger/30");
    assertThat(alerts)
        .filteredOn(alert -> !alert.getSummary().equals("Anger 0.7"))
        .extracting(EscalationSummary::getEscalationId, EscalationSummary::getSummary)
        .containsExactly(tuple("ada/sustained-anger/120", "Anger 0.9"));
  }

  @Test
  void alertsOfManyWordsAreFewer() {
    for (int i = 0; i < 130; i++) {
      call.alert("w".repeat(10_000));
    }

    assertThat(call.bytes()).isLessThan(32 << 10);
    assertThat(call.now().getEscalations().size() + call.now().getEscalationsOmitted())
        .isEqualTo(130);
  }

  @Test
  void aCallThatIsHeardBeforeItIsSaidToStartStartsThen() {
    Told early = new Told(Told.NINE.plusSeconds(2)).scored("neutral", 0f, 0f);

    assertThat(early.now().getStartedAt()).isEqualTo(Told.NINE);
    assertThat(early.now().getTimeline()).extracting(Stretch::getEndMs).containsExactly(1000L);
  }

  private static long covered(CallHistory history) {
    return history.getTimeline().stream()
        .mapToLong(stretch -> stretch.getEndMs() - stretch.getStartMs())
        .sum();
  }
}
