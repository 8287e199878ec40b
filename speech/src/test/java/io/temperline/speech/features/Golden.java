package io.temperline.speech.features;

import io.temperline.speech.audio.Recordings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

/** The reference signal, and what librosa computes on it: see the README beside the files. */
public final class Golden {

  public static final int SAMPLE_RATE = 8000;

  private static final Path FOLDER = Path.of("src/test/resources/golden");

  private Golden() {}

  public static float[] signal() {
    return Recordings.read(FOLDER.resolve("signal-8k.wav")).channels()[0];
  }

  /** The features that there are values of. */
  public static Stream<String> names() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".csv"))
          .map(name -> name.substring(0, name.length() - ".csv".length()))
          .sorted()
          .toList()
          .stream();
    }
  }

  /** One row per frame. */
  public static float[][] values(String name) throws IOException {
    try (Stream<String> lines = Files.lines(FOLDER.resolve(name + ".csv"))) {
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
