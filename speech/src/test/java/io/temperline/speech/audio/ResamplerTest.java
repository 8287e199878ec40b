package io.temperline.speech.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResamplerTest {

  private final Random random = new Random(20260101);

  @ParameterizedTest
  @ValueSource(ints = {11_025, 16_000, 22_050, 44_100, 48_000})
  void givesTheSameBitsInAnyChunking(int rate) {
    float[] sound = noise(2 * rate + 17);
    float[] whole = new Resampler(rate, 8000).push(sound);

    Resampler resampler = new Resampler(rate, 8000);
    float[] pieces = new float[whole.length];
    int filled = 0;
    for (int at = 0, size; at < sound.length; at += size) {
      size = Math.min(random.nextInt(700), sound.length - at);
      float[] piece = resampler.push(Arrays.copyOfRange(sound, at, at + size));
      System.arraycopy(piece, 0, pieces, filled, piece.length);
      filled += piece.length;
    }

    assertThat(filled).isEqualTo(whole.length);
    assertThat(pieces).isEqualTo(whole);
  }

  @ParameterizedTest
  @ValueSource(ints = {11_025, 16_000, 44_100, 48_000})
  void givesTheSameBitsWhenStartedInTheMiddle(int rate) {
    float[] sound = noise(rate);
    float[] whole = new Resampler(rate, 8000).push(sound);

    Resampler late = new Resampler(rate, 8000);
    int start = 10 * late.period();
    float[] part = late.push(Arrays.copyOfRange(sound, start, sound.length));

    int skipped = whole.length - part.length;
    int filled = (int) Math.ceil(late.memory() * 8000.0 / rate);
    assertThat(skipped).isEqualTo((int) (start * 8000L / rate));
    assertThat(Arrays.copyOfRange(part, filled, part.length))
        .isEqualTo(Arrays.copyOfRange(whole, skipped + filled, whole.length));
    assertThat(part[0]).isNotEqualTo(whole[skipped]);
  }

  @ParameterizedTest
  @CsvSource({"16000,320", "48000,960", "44100,882", "32000,640"})
  void turnsTwentyMillisecondsIntoTwentyMilliseconds(int rate, int frame) {
    Resampler resampler = new Resampler(rate, 8000);

    for (int i = 0; i < 5; i++) {
      assertThat(resampler.push(new float[frame])).hasSize(160);
    }
  }

  @ParameterizedTest
  @CsvSource({"16000,1000", "44100,1000", "48000,1000", "48000,3500", "16000,300", "44100,3500"})
  void keepsATelephoneTone(int rate, int hertz) {
    float[] heard = new Resampler(rate, 8000).push(tone(hertz, rate));

    assertThat(decibels(settled(heard))).isCloseTo(decibels(tone(hertz, rate)), within(0.02));
    assertThat(crossings(settled(heard)) / 2.0 * 8 / 7).isCloseTo(hertz, within(2.0));
  }

  @ParameterizedTest
  @CsvSource({"48000,6000", "48000,4100", "48000,20000", "44100,6000", "16000,6000", "16000,4100"})
  void suppressesAToneThatTheLineCannotCarry(int rate, int hertz) {
    float[] heard = new Resampler(rate, 8000).push(tone(hertz, rate));

    assertThat(decibels(settled(heard))).isLessThan(decibels(tone(hertz, rate)) - 60);
  }

  @Test
  void leavesNoImagesWhenItRaisesTheRate() {
    float[] raised = new Resampler(8000, 48_000).push(tone(1000, 8000));
    float[] back = new Resampler(48_000, 8000).push(raised);

    assertThat(raised).hasSize(48_000);
    assertThat(decibels(settled(raised))).isCloseTo(decibels(settled(back)), within(0.02));
  }

  @Test
  void passesEqualRatesThroughUntouched() {
    float[] sound = noise(100);

    assertThat(new Resampler(8000, 8000).push(sound)).isEqualTo(sound);
  }

  @Test
  void refusesARateThatNoRecordingHas() {
    assertThatThrownBy(() -> new Resampler(96_000, 8000))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("96000 Hz");
  }

  private float[] noise(int length) {
    float[] samples = new float[length];
    for (int i = 0; i < length; i++) {
      samples[i] = random.nextFloat() - 0.5f;
    }
    return samples;
  }

  private static float[] tone(int hertz, int rate) {
    float[] samples = new float[rate];
    for (int i = 0; i < rate; i++) {
      samples[i] = (float) (0.5 * Math.sin(2 * Math.PI * hertz * i / rate));
    }
    return samples;
  }

  private static float[] settled(float[] samples) {
    return Arrays.copyOfRange(samples, samples.length / 8, samples.length);
  }

  private static double decibels(float[] samples) {
    double sum = 0;
    for (float sample : samples) {
      sum += sample * sample;
    }
    return 10 * Math.log10(sum / samples.length);
  }

  private static int crossings(float[] samples) {
    int crossings = 0;
    for (int i = 1; i < samples.length; i++) {
      if (samples[i - 1] < 0 != samples[i] < 0) {
        crossings++;
      }
    }
    return crossings;
  }
}
