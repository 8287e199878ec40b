package io.temperline.speech.augmentation;

import io.temperline.speech.audio.AudioCodec;
import java.util.random.RandomGenerator;

/** There and back through G.711 mu-law, as a telephone line carries sound; nothing is random. */
public final class G711Line implements Augmentation {

  @Override
  public float[] apply(float[] samples, RandomGenerator random) {
    return AudioCodec.PCMU.decode(AudioCodec.PCMU.encode(samples));
  }
}
