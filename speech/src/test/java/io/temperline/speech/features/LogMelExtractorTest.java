package io.temperline.speech.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LogMelExtractorTest {

  private static final int BANDS = LogMelConfig.TELEPHONE.bands();

  private final LogMelExtractor extractor = new LogMelExtractor(LogMelConfig.TELEPHONE);

  @Test
  void findsTwoHundredAndNinetyEightFramesInThreeSeconds() {
    assertThat(LogMelConfig.TELEPHONE.framesIn(24_000)).isEqualTo(298);
    assertThat(extractor.frames(new float[24_000])).hasSize(298 * 64);
    assertThat(extractor.frames(new float[199])).isEmpty();
  }

  @Test
  void hearsDigitalSilenceAsMinusAHundredDecibels() {
    assertThat(extractor.frames(new float[200])).containsOnly(-100);
  }

  @Test
  void findsAToneInTheBandOfItsFrequency() {
    float[] frame = extractor.frames(tone(1000));

    // The scale is linear up to 1 kHz, mel 15 of 35.16 to 4 kHz: band 15 / 35.16 * 65 - 1.
    assertThat(loudestBand(frame)).isEqualTo(27);
  }

  @Test
  void seesNothingOutsideItsFrame() {
    float[] noise = noise(1000);
    float[] alone = extractor.frames(Arrays.copyOfRange(noise, 400, 600));

    assertThat(Arrays.copyOfRange(extractor.frames(noise), 5 * BANDS, 6 * BANDS)).isEqualTo(alone);
  }

  @Test
  void refusesAConfigurationThatMakesNoSense() {
    assertThatThrownBy(() -> new LogMelConfig(8000, 256, 300, 80, 64, 0, 4000))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Log-mel configuration: frameLength must be in 1..256, not 300");
    assertThatThrownBy(() -> new LogMelConfig(8000, 256, 200, 80, 64, 0, 5000))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("fMax <= 4000.0");
  }

  private static float[] tone(int hertz) {
    float[] samples = new float[200];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (float) Math.sin(2 * Math.PI * hertz * i / 8000);
    }
    return samples;
  }

  private static float[] noise(int length) {
    Random random = new Random(1);
    float[] samples = new float[length];
    for (int i = 0; i < length; i++) {
      samples[i] = random.nextFloat() - 0.5f;
    }
    return samples;
  }

  private static int loudestBand(float[] frame) {
    int loudest = 0;
    for (int band = 1; band < BANDS; band++) {
      if (frame[band] > frame[loudest]) {
        loudest = band;
      }
    }
    return loudest;
  }
}
