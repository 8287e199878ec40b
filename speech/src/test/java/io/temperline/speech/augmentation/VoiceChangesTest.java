package io.temperline.speech.augmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.temperline.speech.audio.TelephoneLine;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class VoiceChangesTest {

  private static final double FULL = 0.3 / Math.sqrt(2);

  private final Random random = new Random(1);
  private final float[] tone = Tones.sine(500, 0.3, 16_000);

  @Test
  void aStretchedToneIsLongerAndKeepsItsPitchAndLevel() {
    float[] slower = new TimeStretch(1.25, 1.25).apply(tone, random);

    assertThat(slower).hasSize(20_000);
    assertThat(Tones.hertz(slower)).isCloseTo(500, within(5.0));
    assertThat(Tones.rms(slower, 1_000, 19_000)).isCloseTo(FULL, within(0.01));
  }

  @Test
  void aFasterToneIsShorter() {
    float[] faster = new TimeStretch(0.8, 0.8).apply(tone, random);

    assertThat(faster).hasSize(12_800);
    assertThat(Tones.hertz(faster)).isCloseTo(500, within(5.0));
  }

  /** A burst of 0.1 s at 1 s becomes one of 0.15 s at 1.5 s. */
  @Test
  void whatHappensInTheMiddleHappensLater() {
    float[] burst = new float[16_000];
    System.arraycopy(Tones.sine(700, 0.5, 800), 0, burst, 8_000, 800);

    SpeechActivity moved = SpeechActivity.of(TimeStretch.stretched(burst, 1.5));

    assertThat(moved.from()).isCloseTo(12_000, within(400));
    assertThat(moved.to()).isCloseTo(13_200, within(400));
  }

  @Test
  void aStretchByOneChangesNothing() {
    float[] noise = Noise.white(0).apply(tone, random);

    float[] same = TimeStretch.stretched(noise, 1);

    assertThat(Tones.rms(Tones.difference(same, noise))).isLessThan(1e-6);
  }

  /** The same samples at twice the rate: a tone of 1000 Hz that lasts 1 s. */
  @Test
  void soundsOfOtherRatesAreChangedAlike() {
    float[] longer = new TimeStretch(1.25, 1.25, 16_000).apply(tone, random);
    float[] higher = new PitchShift(4, 4, 16_000).apply(tone, random);

    assertThat(longer).hasSize(20_000);
    assertThat(Tones.hertz(longer)).isCloseTo(500, within(5.0));
    assertThat(Tones.hertz(higher)).isCloseTo(630, within(6.3));
    assertThat(Tones.rms(new TimeShift(1, 16_000).apply(tone, new Random(3)))).isLessThan(FULL);
  }

  /** Four semitones are a third: 2^(4/12) times the frequency, 630 Hz. */
  @Test
  void aShiftedToneIsHigherAndAsLong() {
    float[] higher = new PitchShift(4, 4).apply(tone, random);

    assertThat(higher).hasSize(16_000);
    assertThat(Tones.hertz(higher)).isCloseTo(630, within(6.0));
    assertThat(Tones.rms(higher, 1_000, 15_000)).isCloseTo(FULL, within(0.01));
  }

  @Test
  void whatAShiftLiftsBeyondTheBandDoesNotComeBackLower() {
    float[] high = Tones.sine(3_700, 0.3, 16_000);

    assertThat(Tones.rms(PitchShift.shifted(high, 6), 1_000, 15_000)).isLessThan(0.01);
  }

  @Test
  void theTelephoneBandPassesSpeechAndStopsWhatLiesBesideIt() {
    assertThat(throughBand(1_000)).isCloseTo(FULL, within(0.002));
    assertThat(throughBand(300)).isCloseTo(FULL / 2, within(0.01));
    assertThat(throughBand(3_400)).isCloseTo(FULL / 2, within(0.01));
    assertThat(throughBand(200)).isLessThan(0.002);
    assertThat(throughBand(3_600)).isLessThan(0.002);
  }

  @Test
  void theTelephoneBandDelaysNothing() {
    float[] heard = new TelephoneBand().apply(Tones.sine(1_000, 0.3, 8_000), random);

    assertThat(Tones.rms(Tones.difference(heard, Tones.sine(1_000, 0.3, 8_000)), 400, 7_600))
        .isLessThan(0.002);
  }

  /** 6 dB are a factor of 1.995. */
  @Test
  void aGainIsInDecibels() {
    assertThat(new Gain(6, 6).apply(new float[] {0.1f, -0.8f}, random))
        .containsExactly(new float[] {0.19953f, -1.59621f}, within(1e-4f));
  }

  @Test
  void aGainIsDrawnFromItsRange() {
    for (int i = 0; i < 100; i++) {
      assertThat(new Gain(-6, 0).apply(new float[] {1}, random)[0]).isBetween(0.501f, 1f);
    }
  }

  @Test
  void aShiftLosesWhatLeavesAndBringsSilence() {
    float[] samples = {1, 2, 3};

    assertThat(TimeShift.shifted(samples, 1)).containsExactly(0, 1, 2);
    assertThat(TimeShift.shifted(samples, -2)).containsExactly(3, 0, 0);
    assertThat(TimeShift.shifted(samples, 5)).containsOnly(0f);
    assertThat(new TimeShift(1).apply(tone, new Random(3))).hasSize(16_000).isNotEqualTo(tone);
  }

  @Test
  void theLineIsThatOfTheService() {
    assertThat(new G711Line().apply(tone, random))
        .isEqualTo(TelephoneLine.heard(TelephoneLine.carry(tone, 8_000)));
  }

  @Test
  void oneFollowsAnother() {
    Augmentation both = new Gain(6, 6).then((samples, any) -> Arrays.copyOf(samples, 1));

    assertThat(both.apply(new float[] {0.1f, 0.2f}, random))
        .containsExactly(new float[] {0.19953f}, within(1e-4f));
  }

  @Test
  void whatComesInStaysAsItIs() {
    float[] before = tone.clone();
    new Gain(-3, 3)
        .then(new TimeShift(0.1))
        .then(new TimeStretch(0.9, 1.1))
        .then(new PitchShift(-2, 2))
        .then(new TelephoneBand())
        .then(Noise.white(10))
        .then(new G711Line())
        .then(new PacketLoss(new LossPattern.Independent(0.5)))
        .apply(tone, random);

    assertThat(tone).isEqualTo(before);
  }

  @Test
  void rangesUpsideDownAreRefused() {
    assertThatThrownBy(() -> new Gain(1, -1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new PitchShift(1, -1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new TimeStretch(0, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new TimeShift(-1)).isInstanceOf(IllegalArgumentException.class);
  }

  private double throughBand(double hertz) {
    return Tones.rms(
        new TelephoneBand().apply(Tones.sine(hertz, 0.3, 8_000), random), 1_000, 7_000);
  }
}
