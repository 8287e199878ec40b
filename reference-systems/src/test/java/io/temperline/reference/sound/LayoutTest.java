package io.temperline.reference.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.temperline.speech.features.FrameTable;
import java.util.List;
import org.junit.jupiter.api.Test;

class LayoutTest {

  private static final float[] SAMPLES = {0.5f, -0.5f};

  /** Three frames of two columns, and three of one. */
  private static final List<FrameTable> FEATURES =
      List.of(
          new FrameTable(2, new float[] {1, 10, 2, 20, 3, 30}),
          new FrameTable(1, new float[] {5, 5, 5}));

  @Test
  void aSummaryGoesColumnByColumn() {
    Sample sample =
        new Layout.Summary(List.of(Functional.MEAN, Functional.SLOPE)).of(SAMPLES, FEATURES);

    assertThat(sample.shape()).containsExactly(1, 6);
    assertThat(sample.values()).containsExactly(2, 1, 20, 10, 5, 0);
    assertThat(sample.group()).isEqualTo(1);
  }

  @Test
  void aSequenceHasChannelsBeforeStepsAndZerosAfterTheLastFrame() {
    Sample longer = new Layout.Sequence(4).of(SAMPLES, FEATURES);
    assertThat(longer.shape()).containsExactly(3, 4);
    assertThat(longer.values()).containsExactly(1, 2, 3, 0, 10, 20, 30, 0, 5, 5, 5, 0);

    assertThat(new Layout.Sequence(2).of(SAMPLES, FEATURES).values())
        .containsExactly(1, 2, 10, 20, 5, 5);
  }

  @Test
  void anImageHasOneChannel() {
    Sample image = new Layout.Image(2).of(SAMPLES, FEATURES);

    assertThat(image.shape()).containsExactly(1, 3, 2);
    assertThat(image.group()).isEqualTo(2);
  }

  @Test
  void aWaveformIsTheSamples() {
    Sample waveform = new Layout.Waveform().of(SAMPLES, List.of());

    assertThat(waveform.shape()).containsExactly(1, 2);
    assertThat(waveform.values()).containsExactly(SAMPLES);
  }

  @Test
  void aSampleIsAsLargeAsItsShapeSays() {
    assertThatThrownBy(() -> new Sample(List.of(2, 2), 1, SAMPLES))
        .hasMessageContaining("2 values in groups of 1 are no tensor of [2, 2]");
  }
}
