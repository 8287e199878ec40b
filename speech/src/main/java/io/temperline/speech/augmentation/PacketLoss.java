package io.temperline.speech.augmentation;

import io.temperline.speech.audio.TelephoneLine;
import java.util.random.RandomGenerator;

/** Loses packets of 20 ms, and conceals the gaps as telephones do. */
public final class PacketLoss implements Augmentation {

  private static final int PACKET = TelephoneLine.SAMPLE_RATE / 50;

  private final LossPattern pattern;

  public PacketLoss(LossPattern pattern) {
    this.pattern = pattern;
  }

  @Override
  public float[] apply(float[] samples, RandomGenerator random) {
    boolean[] lost = pattern.lost((samples.length + PACKET - 1) / PACKET, random);
    float[] heard = samples.clone();
    for (int packet = 0; packet < lost.length; packet++) {
      if (lost[packet]) {
        int first = packet;
        while (packet + 1 < lost.length && lost[packet + 1]) {
          packet++;
        }
        Concealment.fill(heard, first * PACKET, Math.min((packet + 1) * PACKET, heard.length));
      }
    }
    return heard;
  }
}
