package io.temperline.reference.sound;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.temperline.speech.augmentation.Augmentation;
import io.temperline.speech.augmentation.PitchShift;
import io.temperline.speech.augmentation.TimeShift;
import io.temperline.speech.augmentation.TimeStretch;

/** One change that makes an augmented copy of a clip. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @Type(name = "NOISE", value = Change.Noise.class),
  @Type(name = "STRETCH", value = Change.Stretch.class),
  @Type(name = "PITCH", value = Change.Pitch.class),
  @Type(name = "SHIFT", value = Change.Shift.class)
})
public sealed interface Change {

  /**
   * The change for sounds of a rate.
   *
   * @param sampleRate samples per second
   */
  Augmentation at(int sampleRate);

  /**
   * White noise.
   *
   * @param decibels how far it lies below the speech
   */
  record Noise(double decibels) implements Change {
    @Override
    public Augmentation at(int sampleRate) {
      return io.temperline.speech.augmentation.Noise.white(decibels);
    }
  }

  /**
   * Slower or faster speech of the same pitch.
   *
   * @param lowest factor of the duration, drawn evenly from here
   * @param highest to here
   */
  record Stretch(double lowest, double highest) implements Change {
    public Stretch {
      new TimeStretch(lowest, highest); // which refuses what cannot be
    }

    @Override
    public Augmentation at(int sampleRate) {
      return new TimeStretch(lowest, highest, sampleRate);
    }
  }

  /**
   * A higher or lower voice.
   *
   * @param lowest semitones, drawn evenly from here
   * @param highest to here
   */
  record Pitch(double lowest, double highest) implements Change {
    public Pitch {
      new PitchShift(lowest, highest); // which refuses what cannot be
    }

    @Override
    public Augmentation at(int sampleRate) {
      return new PitchShift(lowest, highest, sampleRate);
    }
  }

  /**
   * A sound that comes earlier or later.
   *
   * @param seconds farthest move either way
   */
  record Shift(double seconds) implements Change {
    public Shift {
      new TimeShift(seconds); // which refuses what cannot be
    }

    @Override
    public Augmentation at(int sampleRate) {
      return new TimeShift(seconds, sampleRate);
    }
  }
}
