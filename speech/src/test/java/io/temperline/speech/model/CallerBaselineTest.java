package io.temperline.speech.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CallerBaselineTest {

  private final Random random = new Random(1);

  @Test
  void theFirstWindowIsHeardAlone() {
    WindowScore first = score(1, 2, 3);
    assertThat(first.against(CallerBaseline.NONE)).isEqualTo(first.alone());
    assertThat(first.alone()).isEqualTo(score(1, 2, 3, 4, 5, 6).alone());
  }

  /** A voice that shifts all traits alike shifts no score, once its beginning is known. */
  @Test
  void whatSetsAVoiceApartIsNoEmotion() {
    CallerBaseline deep = CallerBaseline.NONE;
    CallerBaseline high = CallerBaseline.NONE;
    for (int i = 0; i < 4; i++) {
      float a = random.nextFloat();
      float b = random.nextFloat();
      float c = random.nextFloat();
      deep = deep.with(score(0, 0, 0, a, b, c));
      high = high.with(score(0, 0, 0, a + 1, b - 2, c + 3));
    }
    EmotionScores one = score(1, 2, 3, 0.5f, 0.5f, 0.5f).against(deep);
    EmotionScores other = score(1, 2, 3, 1.5f, -1.5f, 3.5f).against(high);

    for (String label : Models.LABELS) {
      assertThat(one.of(label)).isCloseTo(other.of(label), within(1e-5f));
    }
  }

  @Test
  void movesLogitsByHowFarAWindowIsFromTheMeanOfTheBeginning() {
    CallerBaseline beginning =
        CallerBaseline.NONE.with(score(0, 0, 0, 1, 0, 0)).with(score(0, 0, 0, 3, 0, 0));
    WindowScore window = score(1, 1, 1, 5, 0, 0);
    assertThat(beginning.correct(window)).containsExactly(4, 1, 1);
  }

  @Test
  void isSettledAfterTheBeginning() {
    CallerBaseline settled = CallerBaseline.NONE;
    for (int i = 0; i < CallerBaseline.WINDOWS; i++) {
      settled = settled.with(score(0, 0, 0, 1, 1, 1));
    }
    assertThat(settled.windows()).isEqualTo(CallerBaseline.WINDOWS);
    assertThat(settled.with(score(0, 0, 0, 9, 9, 9))).isSameAs(settled);
  }

  @Test
  void aNetworkThatTellsNoTraitsHearsEveryWindowAlone() {
    CallerBaseline beginning = CallerBaseline.NONE.with(score(1, 2, 3)).with(score(3, 2, 1));
    WindowScore window = score(2, 2, 5);
    assertThat(window.against(beginning)).isEqualTo(window.alone());
  }

  @Test
  void aWindowWithoutNumbersIsNoPartOfTheBeginning() {
    CallerBaseline beginning = CallerBaseline.NONE.with(score(Float.NaN, 0, 0, 1, 1, 1));
    assertThat(beginning).isEqualTo(CallerBaseline.NONE);
  }

  /** The labels' logits, and then their traits. */
  private static WindowScore score(float... outputs) {
    float[] logits = {outputs[0], outputs[1], outputs[2]};
    float[] traits =
        outputs.length == 3 ? new float[0] : new float[] {outputs[3], outputs[4], outputs[5]};
    return new WindowScore(Models.manifest(), logits, traits);
  }
}
