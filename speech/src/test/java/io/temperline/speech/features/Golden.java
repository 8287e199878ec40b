package io.temperline.speech.features;

import io.temperline.speech.audio.Recordings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** The reference signal, and what librosa computes on it: see the README beside the files. */
final class Golden {

  static final int FRAMES = 301;
  static final LogMelConfig CONFIG = new LogMelConfig(8000, 256, 256, 80, 64, 0, 4000);

  private static final Path FOLDER = Path.of("src/test/resources/golden");

  private Golden() {}

  /** The signal with half a frame of zeros on either side, so that frame i is centred on 80 i. */
  static float[] centredSignal() {
    float[] signal = Recordings.read(FOLDER.resolve("signal-8k.wav")).channels()[0];
    float[] centred = new float[signal.length + CONFIG.fftSize()];
    System.arraycopy(signal, 0, centred, CONFIG.fftSize() / 2, signal.length);
    return centred;
  }

  /** One row per frame. */
  static float[][] values(String name) throws IOException {
    try (var lines = Files.lines(FOLDER.resolve(name + ".csv"))) {
      return lines.map(Golden::row).toArray(float[][]::new);
    }
  }

  private static float[] row(String line) {
    double[] row = Arrays.stream(line.split(",")).mapToDouble(Double::parseDouble).toArray();
    float[] values = new float[row.length];
    for (int i = 0; i < row.length; i++) {
      values[i] = (float) row[i];
    }
    return values;
  }
}
