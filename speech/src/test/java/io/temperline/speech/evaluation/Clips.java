package io.temperline.speech.evaluation;

import io.temperline.speech.corpus.ClipLoader;
import io.temperline.speech.corpus.CorpusClip;
import io.temperline.speech.corpus.HeardClip;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/** Made-up recordings. */
final class Clips {

  private static final int RATE = 16_000;

  private Clips() {}

  /** A clip of 2 s of a wavering tone; another emotion, another tone. */
  static HeardClip write(Path folder, String speaker, String emotion, int take) throws IOException {
    Path file = folder.resolve("%s-%s-%d.wav".formatted(speaker, emotion, take));
    Random random = new Random(take);
    double radians = (emotion.equals("angry") ? 0.5 : 0.1) * (1 + 0.1 * random.nextDouble());
    byte[] bytes = new byte[4 * RATE];
    for (int i = 0; i < 2 * RATE; i++) {
      double swell = Math.abs(Math.sin(i / 2_500.0));
      int sample = (int) (6_000 * swell * Math.sin(radians * i) + 20 * random.nextGaussian());
      bytes[2 * i] = (byte) sample;
      bytes[2 * i + 1] = (byte) (sample >> 8);
    }
    AudioSystem.write(
        new AudioInputStream(
            new ByteArrayInputStream(bytes), new AudioFormat(RATE, 16, 1, true, false), 2L * RATE),
        AudioFileFormat.Type.WAVE,
        file.toFile());
    CorpusClip clip = new CorpusClip("made-up", file, speaker, emotion, "test");
    return new ClipLoader(
            message -> {
              throw new IllegalStateException(message);
            })
        .load(List.of(clip))
        .get(0);
  }
}
