package io.temperline.speech.augmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.temperline.speech.augmentation.LossPattern.Bursts;
import io.temperline.speech.augmentation.LossPattern.Independent;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PacketLossTest {

  private static final int MANY = 200_000;

  @Test
  void asManyPacketsAreLostAsAskedFor() {
    boolean[] lost = new Independent(0.05).lost(MANY, new Random(1));

    assertThat(share(lost)).isCloseTo(0.05, within(0.003));
    assertThat(meanBurst(lost)).isCloseTo(1 / 0.95, within(0.03));
  }

  /** A line that turns bad at 1 % and good at 25 % is bad 1/26 of the time, 4 packets long. */
  @Test
  void burstsLastAsLongAsTheLineIsBad() {
    boolean[] lost = new Bursts(0.01, 0.25, 0, 1).lost(MANY, new Random(1));

    assertThat(share(lost)).isCloseTo(1 / 26.0, within(0.003));
    assertThat(meanBurst(lost)).isCloseTo(4, within(0.2));
  }

  @Test
  void nothingLostIsNothingChanged() {
    float[] speech = Tones.sine(200, 0.3, 4_000);

    assertThat(new PacketLoss(new Independent(0)).apply(speech, new Random(1))).isEqualTo(speech);
  }

  @Test
  void theSameSeedLosesTheSamePackets() {
    PacketLoss loss = new PacketLoss(new Independent(0.3));
    float[] speech = Tones.sine(200, 0.3, 8_000);

    assertThat(loss.apply(speech, new Random(7)))
        .isEqualTo(loss.apply(speech, new Random(7)))
        .isNotEqualTo(loss.apply(speech, new Random(8)));
  }

  @Test
  void inAVowelAGapIsFilledWithItsPitch() {
    float[] vowel = Tones.sine(160, 0.3, 4_000);
    float[] heard = vowel.clone();

    Concealment.fill(heard, 1_600, 1_680);

    assertThat(Tones.rms(Tones.difference(heard, vowel), 1_600, 1_680)).isLessThan(0.001);
  }

  /** Halfway between 10 and 60 ms, at 35 ms, half of the level is left. */
  @Test
  void aLongGapFadesAndIsSilentAfterSixtyMilliseconds() {
    float[] vowel = Tones.sine(160, 0.3, 8_000);
    float[] heard = vowel.clone();

    Concealment.fill(heard, 1_600, 2_400);

    double full = 0.3 / Math.sqrt(2);
    assertThat(Tones.rms(heard, 1_600, 1_650)).isCloseTo(full, within(0.005));
    assertThat(Tones.rms(heard, 1_855, 1_905)).isCloseTo(full / 2, within(0.01));
    assertThat(Tones.rms(heard, 2_080, 2_400)).isZero();
    assertThat(heard[2_400]).isBetween(-0.3f / 32, 0.3f / 32);
    assertThat(Tones.rms(Tones.difference(heard, vowel), 2_432, 8_000)).isZero();
  }

  @Test
  void aGapAtTheBeginningIsSilent() {
    float[] heard = Tones.sine(160, 0.3, 400);
    Concealment.fill(heard, 0, 160);

    assertThat(Tones.rms(heard, 0, 160)).isZero();
  }

  @Test
  void sharesThatAreNoneAreRefused() {
    assertThatThrownBy(() -> new Independent(1.1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Bursts(0, 0.5, 0, 1)).isInstanceOf(IllegalArgumentException.class);
  }

  private static double share(boolean[] lost) {
    int count = 0;
    for (boolean one : lost) {
      count += one ? 1 : 0;
    }
    return count / (double) lost.length;
  }

  private static double meanBurst(boolean[] lost) {
    int bursts = 0;
    for (int i = 1; i < lost.length; i++) {
      bursts += lost[i] && !lost[i - 1] ? 1 : 0;
    }
    return share(lost) * lost.length / bursts;
  }
}
