package io.temperline.speech.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.temperline.speech.evaluation.RocCurve.Point;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RocCurveTest {

  private static final double[] POSITIVES = {0.9, 0.7, 0.7, 0.4};
  private static final double[] NEGATIVES = {0.8, 0.7, 0.3, 0.2, 0.1};

  @Test
  void hasAPointForEveryThresholdWorkedOutByHand() {
    assertThat(RocCurve.of(POSITIVES, NEGATIVES).points())
        .containsExactly(
            new Point(0, 0),
            new Point(0, 0.25),
            new Point(0.2, 0.25),
            new Point(0.4, 0.75),
            new Point(0.4, 1),
            new Point(0.6, 1),
            new Point(0.8, 1),
            new Point(1, 1));
  }

  @Test
  void recallIsTheBestThatTheFalseAlarmsAllow() {
    RocCurve curve = RocCurve.of(POSITIVES, NEGATIVES);

    assertThat(curve.recallAt(0)).isEqualTo(0.25);
    assertThat(curve.recallAt(0.39)).isEqualTo(0.25);
    assertThat(curve.recallAt(0.4)).isEqualTo(1);
  }

  /** Of 20 pairs, 14 are won and 2 tied. */
  @Test
  void tiesCountHalfInTheArea() {
    assertThat(RocCurve.area(POSITIVES, NEGATIVES)).isCloseTo(15 / 20.0, within(1e-12));
  }

  @Test
  void theAreaIsThatUnderThePoints() {
    Random random = new Random(1);
    double[] positives = random.doubles(50).map(x -> Math.round(x * 20 + 3) / 23.0).toArray();
    double[] negatives = random.doubles(70).map(x -> Math.round(x * 20) / 23.0).toArray();

    List<Point> points = RocCurve.of(positives, negatives).points();
    double trapezoids = 0;
    for (int i = 1; i < points.size(); i++) {
      trapezoids +=
          (points.get(i).falseAlarms() - points.get(i - 1).falseAlarms())
              * (points.get(i).recall() + points.get(i - 1).recall())
              / 2;
    }

    assertThat(trapezoids).isCloseTo(RocCurve.area(positives, negatives), within(1e-12));
  }

  @Test
  void withoutAngerOrWithNothingElseThereIsNoCurve() {
    assertThat(RocCurve.ofAnger(List.of(Judgements.judged("sad", 0.1)))).isEmpty();
    assertThat(RocCurve.ofAnger(List.of(Judgements.judged("angry", 0.1)))).isEmpty();
  }

  /** The model knows boredom; no clip is of it, so anger has 0.3 of 0.3 + 0.3. */
  @Test
  void angerIsMeasuredAmongTheLabelsThatOccur() {
    JudgedClip angry =
        new JudgedClip("angry", java.util.Map.of("angry", 0.3f, "sad", 0.3f, "boredom", 0.4f));
    JudgedClip sad = Judgements.judged("sad", 0.4);

    assertThat(RocCurve.ofAnger(List.of(angry, sad)).orElseThrow().recallAt(0)).isEqualTo(1);
  }
}
