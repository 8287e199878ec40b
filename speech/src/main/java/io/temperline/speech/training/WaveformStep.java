package io.temperline.speech.training;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.temperline.speech.augmentation.Augmentation;
import io.temperline.speech.augmentation.G711Line;
import io.temperline.speech.augmentation.Gain;
import io.temperline.speech.augmentation.LossPattern;
import io.temperline.speech.augmentation.Noise;
import io.temperline.speech.augmentation.PacketLoss;
import io.temperline.speech.augmentation.PitchShift;
import io.temperline.speech.augmentation.TelephoneBand;
import io.temperline.speech.augmentation.TimeShift;
import io.temperline.speech.augmentation.TimeStretch;
import java.util.List;

/**
 * Something that befalls a share of the training windows. In recipes {@code type} says what; of a
 * range a value is drawn for every window.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @Type(name = "timeStretch", value = WaveformStep.Stretched.class),
  @Type(name = "pitchShift", value = WaveformStep.Pitched.class),
  @Type(name = "timeShift", value = WaveformStep.Shifted.class),
  @Type(name = "gain", value = WaveformStep.Amplified.class),
  @Type(name = "whiteNoise", value = WaveformStep.InWhiteNoise.class),
  @Type(name = "recordedNoise", value = WaveformStep.InRecordedNoise.class),
  @Type(name = "telephoneBand", value = WaveformStep.BandLimited.class),
  @Type(name = "g711", value = WaveformStep.OverG711.class),
  @Type(name = "packetLoss", value = WaveformStep.WithPacketsLost.class)
})
public sealed interface WaveformStep {

  /** Share of the windows, [0, 1]. */
  float share();

  /**
   * What happens to them.
   *
   * @param noise recordings to take noise from, one channel at 8 kHz each
   */
  Augmentation augmentation(List<float[]> noise);

  /** Speaks slower or faster at the same pitch, by a factor of the duration. */
  record Stretched(float share, Range factor) implements WaveformStep {

    public Stretched {
      requireShare(share);
      factor.requireWithin(0.5, 2, "factor");
    }

    @Override
    public Augmentation augmentation(List<float[]> noise) {
      return new TimeStretch(factor.lowest(), factor.highest());
    }
  }

  /** Speaks higher or lower at the same pace. */
  record Pitched(float share, Range semitones) implements WaveformStep {

    public Pitched {
      requireShare(share);
      semitones.requireWithin(-12, 12, "semitones");
    }

    @Override
    public Augmentation augmentation(List<float[]> noise) {
      return new PitchShift(semitones.lowest(), semitones.highest());
    }
  }

  /** Moves within the window, so far either way at most. */
  record Shifted(float share, double seconds) implements WaveformStep {

    public Shifted {
      requireShare(share);
      Range.requireWithin(seconds, 0, 10, "seconds");
    }

    @Override
    public Augmentation augmentation(List<float[]> noise) {
      return new TimeShift(seconds);
    }
  }

  /** Becomes louder or softer. */
  record Amplified(float share, Range decibels) implements WaveformStep {

    public Amplified {
      requireShare(share);
      decibels.requireWithin(-60, 60, "decibels");
    }

    @Override
    public Augmentation augmentation(List<float[]> noise) {
      return new Gain(decibels.lowest(), decibels.highest());
    }
  }

  /** Is heard through white noise, so many decibels below the speech. */
  record InWhiteNoise(float share, Range decibels) implements WaveformStep {

    public InWhiteNoise {
      requireShare(share);
      decibels.requireWithin(-60, 60, "decibels");
    }

    @Override
    public Augmentation augmentation(List<float[]> noise) {
      return (samples, random) -> Noise.white(decibels.draw(random)).apply(samples, random);
    }
  }

  /** Is heard through the noise of a recording, so many decibels below the speech. */
  record InRecordedNoise(float share, Range decibels) implements WaveformStep {

    public InRecordedNoise {
      requireShare(share);
      decibels.requireWithin(-60, 60, "decibels");
    }

    @Override
    public Augmentation augmentation(List<float[]> noise) {
      return (samples, random) -> {
        float[] recording = noise.get(random.nextInt(noise.size()));
        return Noise.from(recording, decibels.draw(random)).apply(samples, random);
      };
    }
  }

  /** Loses what lies outside 300 to 3400 Hz. */
  record BandLimited(float share) implements WaveformStep {

    public BandLimited {
      requireShare(share);
    }

    @Override
    public Augmentation augmentation(List<float[]> noise) {
      return new TelephoneBand();
    }
  }

  /** Goes through G.711 mu-law once more, with all that was added to it. */
  record OverG711(float share) implements WaveformStep {

    public OverG711 {
      requireShare(share);
    }

    @Override
    public Augmentation augmentation(List<float[]> noise) {
      return new G711Line();
    }
  }

  /** Loses a share of its packets of 20 ms, which are concealed. */
  record WithPacketsLost(float share, Range lost) implements WaveformStep {

    public WithPacketsLost {
      requireShare(share);
      lost.requireWithin(0, 1, "lost");
    }

    @Override
    public Augmentation augmentation(List<float[]> noise) {
      return (samples, random) ->
          new PacketLoss(new LossPattern.Independent(lost.draw(random))).apply(samples, random);
    }
  }

  private static void requireShare(float share) {
    Range.requireWithin(share, 0, 1, "share");
  }
}
