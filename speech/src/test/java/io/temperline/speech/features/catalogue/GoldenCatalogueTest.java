package io.temperline.speech.features.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.temperline.speech.features.FrameTable;
import io.temperline.speech.features.Golden;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GoldenCatalogueTest {

  private static final float TOLERANCE = 1e-3f;

  /** Of the largest value: what a cepstral sum that happens to cancel out may be off by. */
  private static final float CANCELLED = 2e-6f;

  private static final Set<String> THAT_CANCEL =
      Set.of("mfcc_13_delta", "mfcc_13_delta2", "mfcc_40_default_mels");

  @ParameterizedTest
  @MethodSource("names")
  void agreesWithTheReferenceByItsDefaults(String name) throws IOException {
    float[][] expected = Golden.values(name);
    FrameTable actual = compute(name);

    assertThat(actual.frames()).isEqualTo(expected.length);
    assertThat(actual.columns()).isEqualTo(expected[0].length);
    float floor = THAT_CANCEL.contains(name) ? CANCELLED * largest(expected) : 0;
    for (int i = 0; i < expected.length; i++) {
      for (int j = 0; j < expected[i].length; j++) {
        assertThat(Math.abs(actual.get(i, j) - expected[i][j]))
            .as("frame %d, column %d: %s for %s", i, j, actual.get(i, j), expected[i][j])
            .isLessThanOrEqualTo(Math.max(TOLERANCE * Math.abs(expected[i][j]), floor));
      }
    }
  }

  static Stream<String> names() throws IOException {
    return Golden.names();
  }

  private static FrameTable compute(String name) {
    return new FeatureCatalogue().get(name).compute(Golden.signal(), Golden.SAMPLE_RATE, Map.of());
  }

  private static float largest(float[][] values) {
    float largest = 0;
    for (float[] row : values) {
      for (float value : row) {
        largest = Math.max(largest, Math.abs(value));
      }
    }
    return largest;
  }
}
