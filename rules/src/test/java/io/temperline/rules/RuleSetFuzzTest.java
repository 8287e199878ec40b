package io.temperline.rules;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/** See docs/fuzzing.md. */
class RuleSetFuzzTest {

  private static final RuleSetLoader LOADER = new RuleSetLoader();

  @FuzzTest
  void isReadOrRefused(byte[] yaml) {
    try {
      LOADER.load(new String(yaml, StandardCharsets.UTF_8));
    } catch (UnusableRulesException expected) {
      // It says what is wrong with the rules.
    }
  }
}
