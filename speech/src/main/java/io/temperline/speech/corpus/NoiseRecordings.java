package io.temperline.speech.corpus;

import io.temperline.speech.audio.UnreadableRecordingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Recordings of noise, which training mixes into speech. */
public final class NoiseRecordings {

  private NoiseRecordings() {}

  /**
   * Reads all WAV and FLAC files in a folder and the folders in it.
   *
   * @param skipped told one line for every recording that cannot be read
   * @return at least one, each the first channel at 8 kHz, full scale [-1, 1]
   * @throws UnusableCorpusException where there is no such folder or no readable recording in it
   */
  public static List<float[]> read(Path folder, Consumer<String> skipped) {
    List<float[]> noise = new ArrayList<>();
    for (Path file : RecordingFiles.in(folder, "noise")) {
      try {
        noise.add(ClipLoader.clean(file));
      } catch (UnreadableRecordingException e) {
        skipped.accept(e.getMessage());
      }
    }
    if (noise.isEmpty()) {
      throw new UnusableCorpusException(
          "noise: there is no readable WAV or FLAC file in " + folder);
    }
    return noise;
  }
}
