package io.temperline.speech.model;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;

/** See docs/fuzzing.md. */
class ManifestFuzzTest {

  private static final ManifestJson MANIFESTS = new ManifestJson();

  @FuzzTest
  void isReadOrRefused(byte[] json) {
    try {
      MANIFESTS.read(json);
    } catch (IOException expected) {
      // It says what is wrong with the manifest.
    }
  }
}
