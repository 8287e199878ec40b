package io.temperline.speech.augmentation;

import java.util.random.RandomGenerator;

/** Varies a sound as the world does. The same random numbers give the same samples. */
@FunctionalInterface
public interface Augmentation {

  /**
   * @param samples one channel at 8 kHz, or at the rate that the augmentation was made for, full
   *     scale [-1, 1], at least one; stays as it is
   * @param random where chance comes in; left alone where it does not
   * @return new samples at the same rate, as many as there were unless the augmentation says
   *     otherwise; loud ones may be beyond full scale, where a codec clips them
   */
  float[] apply(float[] samples, RandomGenerator random);

  /** This one, and what another makes of its result. */
  default Augmentation then(Augmentation next) {
    return (samples, random) -> next.apply(apply(samples, random), random);
  }
}
