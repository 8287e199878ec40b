package io.temperline.rules;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/** See docs/fuzzing.md. */
class RuleSetFuzzTest {

  private static final RuleSetLoader LOADER = new RuleSetLoader();

  @FuzzTest
  void isReadOrRefused(byte[] yaml) {
    try {
      followACall(LOADER.load(new String(yaml, StandardCharsets.UTF_8)));
    } catch (UnusableRulesException expected) {
      // It says what is wrong with the rules.
    }
  }

  private static void followACall(RuleSet rules) {
    PhoneCall.under(rules)
        .isSilentFor(1)
        .with("emotions", Map.of("sad", 0.1))
        .with("caller_loudness", Double.NEGATIVE_INFINITY)
        .with("holds", Long.MAX_VALUE)
        .with("silence", Duration.ofDays(1))
        .with("on_hold", true)
        .with("hold", Duration.ofMinutes(1))
        .with("queue", "(")
        .with("language", "")
        .with("attributes", Map.of("tier", "gold"))
        .isAngryBy(0.9, 3)
        .isAngryBy(0, 3)
        .ends();
  }
}
