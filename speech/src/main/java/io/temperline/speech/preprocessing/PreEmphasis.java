package io.temperline.speech.preprocessing;

import io.temperline.speech.features.FeatureStream;
import io.temperline.speech.features.FrameCollector;
import io.temperline.speech.features.FrameSink;

/**
 * Raises the high frequencies: each sample less a share of the one before. As librosa's {@code
 * effects.preemphasis}, the first sample gets twice itself less the second, as if the line through
 * both went on before them. A sample comes out as a frame of one value: the first when the second
 * is there, and then each at once.
 */
public final class PreEmphasis implements FeatureStream {

  private final float share;
  private final FrameSink next;
  private final float[] out = new float[1];
  private float before;
  private long samples;

  /**
   * @param share 0 to 1, 0.97 as a rule
   */
  public PreEmphasis(float share, FrameSink next) {
    this.share = share;
    this.next = next;
  }

  /** A whole signal, as a new array of the same length. */
  public static float[] apply(float[] samples, float share) {
    FrameCollector collector = new FrameCollector();
    PreEmphasis filter = new PreEmphasis(share, collector);
    filter.push(samples, 0, samples.length);
    filter.end();
    return collector.table().values();
  }

  @Override
  public void push(float[] chunk, int offset, int length) {
    for (int i = offset; i < offset + length; i++) {
      if (samples == 1) {
        first(chunk[i]);
      }
      if (samples > 0) {
        emit(chunk[i] - share * before);
      }
      before = chunk[i];
      samples++;
    }
  }

  @Override
  public void end() {
    if (samples == 1) {
      first(before);
    }
    next.end();
  }

  private void first(float second) {
    emit(before + (2 * before - second));
  }

  private void emit(float value) {
    out[0] = value;
    next.accept(out);
  }
}
