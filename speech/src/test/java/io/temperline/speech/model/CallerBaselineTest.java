package io.temperline.speech.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The model's labels are neutral, sad and angry; calm speech has the logits 2, 0 and -1. */
class CallerBaselineTest {

  private static final WindowScore CALM = score(2, 0, -1);
  private static final WindowScore ANGRY = score(0, 0, 4);

  @Test
  void theFirstWindowIsHeardAlone() {
    assertThat(ANGRY.against(CallerBaseline.NONE)).isEqualTo(ANGRY.alone());
  }

  @Test
  void aVoiceLikeAnyOtherChangesNothing() {
    WindowScore sad = score(0.5f, 1.5f, -0.5f);
    assertThat(sad.against(after(CALM, 10)).of("sad"))
        .isCloseTo(sad.alone().of("sad"), within(1e-6f));
  }

  @Test
  void aVoiceThatSoundsAngryEvenWhenCalmIsTakenForLessAngry() {
    WindowScore harsh = score(2, 0, 1);
    WindowScore doubtful = score(2, 0, 2);
    assertThat(doubtful.against(after(harsh, 10)).of("angry"))
        .isLessThan(doubtful.alone().of("angry") - 0.15f);
  }

  @Test
  void whatIsTakenOffGrowsWithWhatIsKnown() {
    WindowScore harsh = score(2, 0, 1);
    float last = harsh.alone().of("angry");
    for (int windows = 1; windows <= CallerBaseline.WINDOWS; windows++) {
      float now = harsh.against(after(harsh, windows)).of("angry");
      assertThat(now).isLessThan(last);
      last = now;
    }
  }

  @Test
  void angerThatACallerComesWithIsNoBeginning() {
    assertThat(CallerBaseline.NONE.with(ANGRY)).isEqualTo(CallerBaseline.NONE);
    assertThat(CallerBaseline.NONE.with(ANGRY).with(CALM).windows()).isEqualTo(1);
  }

  @Test
  void whatAModelOfOtherLabelsKnewIsForgotten() {
    CallerBaseline ofTwoLabels = new CallerBaseline(List.of(5f, -5f), CallerBaseline.WINDOWS);
    assertThat(ANGRY.against(ofTwoLabels)).isEqualTo(ANGRY.alone());
    assertThat(ofTwoLabels.with(CALM)).isEqualTo(CallerBaseline.NONE.with(CALM));
  }

  @Test
  void isSettledAfterTenCalmWindows() {
    CallerBaseline settled = after(CALM, CallerBaseline.WINDOWS);
    assertThat(settled.windows()).isEqualTo(10);
    assertThat(settled.with(score(9, 0, 1))).isSameAs(settled);
  }

  @Test
  void aWindowWithoutNumbersIsNoBeginning() {
    assertThat(CallerBaseline.NONE.with(score(Float.NaN, 0, 0))).isEqualTo(CallerBaseline.NONE);
  }

  @Test
  void aModelThatDoesNotKnowCalmSpeechHearsEveryWindowAlone() {
    ModelManifest unknowing = Models.manifest().calibrated("1", 1.5f, 0.3f, List.of());
    WindowScore window = new WindowScore(unknowing, new float[] {2, 0, 1});
    CallerBaseline beginning = CallerBaseline.NONE.with(window);
    assertThat(window.against(beginning)).isEqualTo(window.alone());
  }

  private static CallerBaseline after(WindowScore window, int times) {
    CallerBaseline baseline = CallerBaseline.NONE;
    for (int i = 0; i < times; i++) {
      baseline = baseline.with(window);
    }
    return baseline;
  }

  private static WindowScore score(float... logits) {
    return new WindowScore(Models.manifest(), logits);
  }
}
