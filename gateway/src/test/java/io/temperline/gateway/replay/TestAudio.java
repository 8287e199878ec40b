package io.temperline.gateway.replay;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/** Recordings made up for tests. */
final class TestAudio {

  private TestAudio() {}

  /** Mu-law bytes that differ from one another, so that a lost or swapped one shows. */
  static byte[] muLaw(int samples, long seed) {
    byte[] bytes = new byte[samples];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  /**
   * Writes a linear 8 kHz WAV file.
   *
   * @param levels the constant level of each channel, [-1, 1]
   */
  static Path wav(Path file, int samples, double... levels) throws IOException {
    Files.createDirectories(file.getParent());
    ByteBuffer data =
        ByteBuffer.allocate(samples * levels.length * 2).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < samples; i++) {
      for (double level : levels) {
        data.putShort((short) Math.round(level * Short.MAX_VALUE));
      }
    }
    AudioFormat format = new AudioFormat(8000, 16, levels.length, true, false);
    var stream = new AudioInputStream(new ByteArrayInputStream(data.array()), format, samples);
    AudioSystem.write(stream, AudioFileFormat.Type.WAVE, file.toFile());
    return file;
  }
}
