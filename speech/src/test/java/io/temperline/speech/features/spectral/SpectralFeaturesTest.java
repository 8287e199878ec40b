package io.temperline.speech.features.spectral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.temperline.speech.features.FrameCollector;
import org.junit.jupiter.api.Test;

class SpectralFeaturesTest {

  @Test
  void fluxIsHowFarTheShapesAreApartAndNothingForTheFirstFrame() {
    FrameCollector flux = new FrameCollector();
    SpectralFlux stage = new SpectralFlux(2, flux);
    stage.accept(new float[] {1, 0});
    stage.accept(new float[] {0, 4});
    stage.accept(new float[] {0, 1});
    stage.accept(new float[] {1, 1});
    stage.accept(new float[] {0, 0});

    assertThat(flux.table().values()).containsExactly(0, 2, 0, 0.5f, 0.5f);
  }

  @Test
  void anOnsetIsMovedByTheDelay() {
    FrameCollector strength = new FrameCollector();
    OnsetStrength stage = new OnsetStrength(2, 2, strength);
    stage.accept(new float[] {-50, -50});
    stage.accept(new float[] {-30, -60});
    for (int i = 0; i < 3; i++) {
      stage.accept(new float[] {-30, -60});
    }

    assertThat(strength.table().values()).containsExactly(0, 0, 0, 10, 0);
  }

  @Test
  void digitalSilenceHasNoShapeAndTheFlatnessOfNoise() {
    float[] silence = new float[129];
    SpectralShape shape = new SpectralShape(8000, 256);
    float[] out = {1};

    shape.centroid().apply(silence, out);
    assertThat(out[0]).isZero();
    shape.bandwidth().apply(silence, out);
    assertThat(out[0]).isZero();
    shape.rolloff(0.85).apply(silence, out);
    assertThat(out[0]).isZero();
    new SpectralFlatness().apply(silence, out);
    assertThat(out[0]).isCloseTo(1, within(1e-6f));
  }

  @Test
  void digitalSilenceHasNoPitchClassAndNoCentroid() {
    float[] chroma = new float[12];
    new ChromaFilterBank(8000, 1024, 0).apply(new float[513], chroma);
    assertThat(chroma).containsOnly(0);

    float[] centroids = {1, 1, 1, 1, 1, 1};
    new Tonnetz().apply(chroma, centroids);
    assertThat(centroids).containsOnly(0);
  }

  @Test
  void anAIsTheTenthPitchClassUnlessTheTuningMovesIt() {
    float[] power = new float[4097];
    power[Math.round(440f * 8192 / 8000)] = 1;
    float[] chroma = new float[12];

    new ChromaFilterBank(8000, 8192, 0).apply(power, chroma);
    assertThat(chroma[9]).isEqualTo(1);

    new ChromaFilterBank(8000, 8192, 1).apply(power, chroma);
    assertThat(chroma[8]).isEqualTo(1);
  }

  /** Worked out with numpy by librosa's definition; 0.4 of 5, 6 and 26 bins are 2, 2 and 10. */
  @Test
  void contrastIsBetweenTheMeansOfTheQuantiles() {
    float[] magnitudes = new float[33];
    for (int k = 0; k < magnitudes.length; k++) {
      magnitudes[k] = k * 7 % 33 + 1;
    }
    float[] peaksAndValleys = new float[6];
    float[] contrast = new float[3];

    new SpectralContrast(8000, 64, 2, 500, 0.4).apply(magnitudes, peaksAndValleys);
    SpectralContrast.difference().apply(peaksAndValleys, contrast);

    float[] expected = {6.13959f, 5.93627f, 5.26526f};
    for (int band = 0; band < 3; band++) {
      assertThat(contrast[band]).isCloseTo(expected[band], within(1e-4f));
    }
  }

  @Test
  void bandsWithoutBinsAreRefused() {
    assertThatThrownBy(() -> new SpectralContrast(8000, 256, 6, 200, 0.02))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("band from 6400.0 Hz");
    assertThatThrownBy(() -> new SpectralContrast(8000, 16, 4, 50, 0.02))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
