package io.temperline.reference;

import io.temperline.speech.corpus.CorpusClip;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/** Recordings whose emotion is told by their tone. */
public final class MadeUpCorpus {

  private static final int RATE = 8_000;

  private MadeUpCorpus() {}

  /** Speakers s0, s1, … each with so many clips of 0.8 s of every emotion. */
  public static List<CorpusClip> in(Path folder, int speakers, int takes, List<String> emotions) {
    List<CorpusClip> clips = new ArrayList<>();
    for (int speaker = 0; speaker < speakers; speaker++) {
      for (int take = 0; take < takes; take++) {
        for (int emotion = 0; emotion < emotions.size(); emotion++) {
          Path file = folder.resolve("%d-%d-%d.wav".formatted(speaker, take, emotion));
          write(file, 300 + 700 * emotion + 20 * speaker, 100 * speaker + take);
          clips.add(new CorpusClip("made-up", file, "s" + speaker, emotions.get(emotion), "train"));
        }
      }
    }
    return clips;
  }

  private static void write(Path file, double hertz, long seed) {
    Random random = new Random(seed);
    int length = RATE * 8 / 10;
    byte[] bytes = new byte[2 * length];
    for (int i = 0; i < length; i++) {
      double tone = Math.sin(2 * Math.PI * hertz * i / RATE);
      int sample = (int) (8_000 * tone + 300 * random.nextGaussian());
      bytes[2 * i] = (byte) sample;
      bytes[2 * i + 1] = (byte) (sample >> 8);
    }
    try {
      AudioSystem.write(
          new AudioInputStream(
              new ByteArrayInputStream(bytes), new AudioFormat(RATE, 16, 1, true, false), length),
          AudioFileFormat.Type.WAVE,
          file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
