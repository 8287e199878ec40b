package io.temperline.speech.features.voice;

import io.temperline.speech.features.Decibels;
import io.temperline.speech.features.FrameChain;
import io.temperline.speech.features.FrameCollector;
import io.temperline.speech.features.FrameSink;
import io.temperline.speech.features.FrameTable;
import io.temperline.speech.features.Rms;
import io.temperline.speech.features.pitch.PitchRange;
import java.util.Arrays;

/**
 * Counts syllables without words (de Jong and Wempe 2009): a syllable's nucleus is a peak of the
 * intensity, within 25 dB of the 99th percentile, after which the intensity dips by 2 dB or more
 * before the next one, and which is voiced. The percentile is known at the end alone; then one row
 * of two values comes out: the syllables, and the syllables per second of the signal.
 */
public final class SyllableNuclei implements FrameSink {

  private static final float SILENCE_DB = 25;
  private static final float DIP_DB = 2;
  private static final double LOUD = 0.99;

  private final double framesPerSecond;
  private final FrameSink next;
  private final FrameCollector contour = new FrameCollector();

  private SyllableNuclei(double framesPerSecond, FrameSink next) {
    this.framesPerSecond = framesPerSecond;
    this.next = next;
  }

  /**
   * Frames of samples to the row.
   *
   * @param range where voices are looked for, and the frame's length
   * @param hop samples from one frame to the next
   */
  public static FrameSink of(PitchRange range, int hop, FrameSink next) {
    Harmonicity harmonicity = new Harmonicity(range);
    return FrameChain.of(
            (frame, out) -> {
              harmonicity.compute(frame);
              out[0] =
                  Decibels.ofPower((float) (Rms.energy(frame, 0, frame.length) / frame.length));
              out[1] = (float) harmonicity.strength();
            },
            2)
        .into(new SyllableNuclei((double) range.sampleRate() / hop, next));
  }

  @Override
  public void accept(float[] intensityAndVoicing) {
    contour.accept(intensityAndVoicing);
  }

  @Override
  public void end() {
    FrameTable table = contour.table();
    if (table.frames() > 0) {
      int syllables = count(table.column(0), table.column(1));
      float perSecond = (float) (syllables * framesPerSecond / table.frames());
      next.accept(new float[] {syllables, perSecond});
    }
    next.end();
  }

  private static int count(float[] intensity, float[] voicing) {
    float threshold = Math.max(Decibels.FLOOR, loud(intensity) - SILENCE_DB);
    int syllables = 0;
    int peak = -1;
    float lowest = Float.POSITIVE_INFINITY;
    for (int i = 1; i < intensity.length; i++) {
      boolean last = i == intensity.length - 1;
      lowest = Math.min(lowest, intensity[i]);
      if (last || isPeak(intensity, i) && intensity[i] > threshold) {
        boolean dipped = peak >= 0 && intensity[peak] - lowest >= DIP_DB;
        syllables += dipped && voicing[peak] >= Harmonicity.VOICED_FROM ? 1 : 0;
        peak = i;
        lowest = intensity[i];
      }
    }
    return syllables;
  }

  private static boolean isPeak(float[] values, int i) {
    return values[i] > values[i - 1] && values[i] >= values[i + 1];
  }

  private static float loud(float[] intensity) {
    float[] sorted = intensity.clone();
    Arrays.sort(sorted);
    return sorted[(int) (LOUD * (sorted.length - 1))];
  }
}
