package io.temperline.speech.evaluation;

import io.temperline.speech.augmentation.Augmentation;
import io.temperline.speech.augmentation.G711Line;
import io.temperline.speech.augmentation.LossPattern;
import io.temperline.speech.augmentation.Noise;
import io.temperline.speech.augmentation.PacketLoss;
import java.util.List;

/**
 * What a clip goes through before the model hears it.
 *
 * @param name how results speak of it
 * @param change from clean samples at 8 kHz to what is heard
 */
public record Condition(String name, Augmentation change) {

  private static final Augmentation LINE = new G711Line();

  /**
   * Clean, the telephone line (as all other figures have it), the line with 5 % of its 20 ms
   * packets lost and concealed, and the line with white noise of four strengths on the speaker's
   * side.
   */
  public static final List<Condition> STANDARD =
      List.of(
          new Condition("clean, 8 kHz", (samples, random) -> samples.clone()),
          new Condition("telephone line", LINE),
          new Condition(
              "5 % packet loss", LINE.then(new PacketLoss(new LossPattern.Independent(0.05)))),
          noise(20),
          noise(10),
          noise(5),
          noise(0));

  private static Condition noise(int decibels) {
    return new Condition("noise, SNR " + decibels + " dB", Noise.white(decibels).then(LINE));
  }
}
