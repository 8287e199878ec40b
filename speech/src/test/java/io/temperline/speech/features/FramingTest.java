package io.temperline.speech.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FramingTest {

  private static final float[] FIVE = {1, 2, 3, 4, 5};

  @Test
  void framesAreCentredOnTheirTimeWithZerosAround() {
    assertThat(frames(4, 2, Padding.ZERO, FIVE))
        .containsExactly(0, 0, 1, 2, 1, 2, 3, 4, 3, 4, 5, 0);
  }

  @Test
  void framesAtTheEdgeRepeatIt() {
    assertThat(frames(4, 4, Padding.EDGE, FIVE)).containsExactly(1, 1, 1, 2, 3, 4, 5, 5);
  }

  @Test
  void withoutPaddingOnlyWholeFramesCount() {
    assertThat(frames(3, 2, Padding.NONE, FIVE)).containsExactly(1, 2, 3, 3, 4, 5);
    assertThat(frames(6, 1, Padding.NONE, FIVE)).isEmpty();
  }

  @Test
  void aHopMayLeaveSamplesOut() {
    assertThat(frames(1, 3, Padding.NONE, FIVE)).containsExactly(1, 4);
    assertThat(frames(2, 3, Padding.ZERO, FIVE)).containsExactly(0, 1, 3, 4);
  }

  @Test
  void noSamplesAreNoFrames() {
    assertThat(frames(4, 2, Padding.ZERO)).isEmpty();
  }

  @Test
  void deltasOfALineAreItsSlopeAndThoseOfAParabolaItsCurvature() {
    FrameCollector slope = new FrameCollector();
    FrameCollector curvature = new FrameCollector();
    Deltas first = new Deltas(1, 5, 1, slope);
    Deltas second = new Deltas(1, 5, 2, curvature);
    for (int i = 0; i < 7; i++) {
      first.accept(new float[] {3 * i});
      second.accept(new float[] {i * i});
    }
    first.end();
    second.end();

    assertThat(slope.table().values()).hasSize(7).containsOnly(3);
    assertThat(curvature.table().values()).hasSize(7).containsOnly(2);
  }

  @Test
  void deltasNeedAWholeWidth() {
    Deltas deltas = new Deltas(1, 3, 1, new FrameCollector());
    deltas.accept(new float[] {1});

    assertThatThrownBy(deltas::end)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("deltas need at least 3 frames and there are 1");
    assertThatThrownBy(() -> new Deltas(1, 4, 1, new FrameCollector()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whatIsTooFarBelowTheLoudestOfItsGroupIsRaised() {
    FrameCollector raised = new FrameCollector();
    TopDb stage = new TopDb(10, 2, raised);
    stage.accept(new float[] {0, -50});
    stage.accept(new float[] {-20, -55});
    assertThat(raised.table().frames()).isZero();
    stage.end();

    assertThat(raised.table().values()).containsExactly(0, -50, -10, -55);
  }

  private static float[] frames(int length, int hop, Padding padding, float... samples) {
    FrameCollector frames = new FrameCollector();
    Framer framer = new Framer(length, hop, padding, frames);
    framer.push(samples, 0, samples.length);
    framer.end();
    return frames.table().values();
  }
}
