package io.temperline.gateway.replay;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** See docs/fuzzing.md. */
class CallSidecarFuzzTest {

  @TempDir private static Path folder;

  @FuzzTest
  void isReadOrRefused(byte[] json) throws IOException {
    Files.write(folder.resolve(CallSidecar.NAME), json);
    try {
      CallSidecar.in(folder).of("ada");
    } catch (UnusableRecordingsException expected) {
      // It says what is wrong with the sidecar.
    }
  }
}
