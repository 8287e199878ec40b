package io.temperline.speech.audio;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** See docs/fuzzing.md. */
class WavFuzzTest {

  @TempDir private static Path folder;

  @FuzzTest
  void isReadOrRefused(byte[] file) throws IOException {
    Path recording = Files.write(folder.resolve("any.wav"), file);
    try {
      Recordings.read(recording);
    } catch (UnreadableRecordingException expected) {
      // It says what is wrong with the file.
    }
  }
}
