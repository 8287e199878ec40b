package io.temperline.reference.sound;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.temperline.speech.preprocessing.FixedLength;
import io.temperline.speech.preprocessing.Normalization;
import io.temperline.speech.preprocessing.Silence;
import io.temperline.speech.preprocessing.SpectralSubtraction;
import java.util.Arrays;

/** One step of a clip's preparation before features are taken of it. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @Type(name = "SKIP", value = Step.Skip.class),
  @Type(name = "SPECTRAL_SUBTRACTION", value = Step.SubtractNoise.class),
  @Type(name = "TRIM_SILENCE", value = Step.TrimSilence.class),
  @Type(name = "REMOVE_SILENCE", value = Step.RemoveSilence.class),
  @Type(name = "PRE_EMPHASIS", value = Step.PreEmphasis.class),
  @Type(name = "PEAK", value = Step.Peak.class),
  @Type(name = "STANDARDIZE", value = Step.Standardize.class),
  @Type(name = "FIT", value = Step.Fit.class)
})
public sealed interface Step {

  /**
   * @param samples full scale [-1, 1], at least one; stays as it is
   * @param sampleRate samples per second
   * @return a new array, or the same where there is nothing to do
   */
  float[] apply(float[] samples, int sampleRate);

  /**
   * Leaves out the beginning; a clip that is no longer stays whole.
   *
   * @param seconds how much
   */
  record Skip(double seconds) implements Step {
    public Skip {
      requireAboveZero("seconds", seconds);
    }

    @Override
    public float[] apply(float[] samples, int sampleRate) {
      int from = (int) (seconds * sampleRate);
      return from >= samples.length ? samples : Arrays.copyOfRange(samples, from, samples.length);
    }
  }

  /**
   * {@link SpectralSubtraction}, the clip's beginning being the noise; a clip that has no more than
   * that stays as it is.
   *
   * @param frameMs length of a frame, milliseconds
   * @param noiseMs length of the beginning, milliseconds, at least a frame
   */
  record SubtractNoise(int frameMs, int noiseMs) implements Step {
    public SubtractNoise {
      requireAboveZero("frameMs", frameMs);
      if (noiseMs < frameMs) {
        throw new IllegalArgumentException("noiseMs must be at least frameMs, not " + noiseMs);
      }
    }

    @Override
    public float[] apply(float[] samples, int sampleRate) {
      int size = samplesOf(frameMs, sampleRate) / 2 * 2;
      int noise = Math.max(size, samplesOf(noiseMs, sampleRate));
      return samples.length <= noise
          ? samples
          : new SpectralSubtraction(size, Arrays.copyOf(samples, noise)).reduce(samples);
    }
  }

  /**
   * {@link Silence#trim}.
   *
   * @param frameMs length of a frame, milliseconds
   * @param belowLoudest share of the loudest frame's level below which there is silence
   */
  record TrimSilence(int frameMs, float belowLoudest) implements Step {
    public TrimSilence {
      requireAboveZero("frameMs", frameMs);
    }

    @Override
    public float[] apply(float[] samples, int sampleRate) {
      int frame = samplesOf(frameMs, sampleRate);
      return samples.length < frame ? samples : new Silence(frame, belowLoudest).trim(samples);
    }
  }

  /**
   * {@link Silence#remove}.
   *
   * @param frameMs length of a frame, milliseconds
   * @param belowLoudest share of the loudest frame's level below which there is silence
   */
  record RemoveSilence(int frameMs, float belowLoudest) implements Step {
    public RemoveSilence {
      requireAboveZero("frameMs", frameMs);
    }

    @Override
    public float[] apply(float[] samples, int sampleRate) {
      int frame = samplesOf(frameMs, sampleRate);
      return samples.length < frame ? samples : new Silence(frame, belowLoudest).remove(samples);
    }
  }

  /**
   * {@link io.temperline.speech.preprocessing.PreEmphasis}.
   *
   * @param coefficient share of the sample before that is taken off, 0 to 1
   */
  record PreEmphasis(float coefficient) implements Step {
    public PreEmphasis {
      if (!(coefficient >= 0 && coefficient <= 1)) {
        throw new IllegalArgumentException("coefficient must be in [0, 1], not " + coefficient);
      }
    }

    @Override
    public float[] apply(float[] samples, int sampleRate) {
      return io.temperline.speech.preprocessing.PreEmphasis.apply(samples, coefficient);
    }
  }

  /**
   * {@link Normalization#peak}.
   *
   * @param level magnitude of the largest sample afterwards
   */
  record Peak(float level) implements Step {
    public Peak {
      requireAboveZero("level", level);
    }

    @Override
    public float[] apply(float[] samples, int sampleRate) {
      return Normalization.peak(samples, level);
    }
  }

  /** {@link Normalization#meanAndVariance}. */
  record Standardize() implements Step {
    @Override
    public float[] apply(float[] samples, int sampleRate) {
      return Normalization.meanAndVariance(samples);
    }
  }

  /**
   * Makes all clips equally long: the beginning, or all and zeros after it.
   *
   * @param seconds how long
   */
  record Fit(double seconds) implements Step {
    public Fit {
      requireAboveZero("seconds", seconds);
    }

    @Override
    public float[] apply(float[] samples, int sampleRate) {
      return FixedLength.fromStart(samples, (int) Math.round(seconds * sampleRate));
    }
  }

  private static int samplesOf(int milliseconds, int sampleRate) {
    return milliseconds * sampleRate / 1000;
  }

  private static void requireAboveZero(String what, double value) {
    if (!(value > 0)) {
      throw new IllegalArgumentException(what + " must be above 0, not " + value);
    }
  }
}
