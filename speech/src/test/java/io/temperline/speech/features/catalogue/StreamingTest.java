package io.temperline.speech.features.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.temperline.speech.features.FeatureStream;
import io.temperline.speech.features.FrameCollector;
import io.temperline.speech.features.FrameTable;
import io.temperline.speech.features.Golden;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every feature of the catalogue. */
class StreamingTest {

  private static final int RATE = Golden.SAMPLE_RATE;
  private static final int CHUNKINGS = 8;

  /** Voiced, a chirp and silence around the end of both; an odd number of samples. */
  private static final float[] SIGNAL = Arrays.copyOfRange(Golden.signal(), 9_001, 18_334);

  @ParameterizedTest
  @MethodSource("features")
  void isTheSameToTheLastBitHoweverTheSamplesCome(Feature feature, Map<Parameter, Double> changed) {
    FrameTable batch = feature.compute(SIGNAL, RATE, changed);

    for (int seed = 0; seed < CHUNKINGS; seed++) {
      Random random = new Random(seed);
      int longest = 1 << random.nextInt(1, 13);
      FrameCollector frames = new FrameCollector();
      FeatureStream stream = feature.open(RATE, changed, frames);
      for (int done = 0; done < SIGNAL.length; ) {
        int length = Math.min(SIGNAL.length - done, random.nextInt(longest + 1));
        stream.push(SIGNAL, done, length);
        done += length;
      }
      stream.end();

      assertThat(frames.table().columns()).isEqualTo(batch.columns());
      assertThat(frames.table().values())
          .as("chunks of up to %d samples", longest)
          .isEqualTo(batch.values());
    }
  }

  @ParameterizedTest
  @MethodSource("features")
  void givesTheBatchsFramesAfterTheLookAheadThatItStates(
      Feature feature, Map<Parameter, Double> changed) {
    OptionalInt lookAhead = feature.lookAhead(RATE, changed);
    FrameTable batch = feature.compute(SIGNAL, RATE, changed);
    FrameCollector frames = new FrameCollector();
    FeatureStream stream = feature.open(RATE, changed, frames);
    Map<Parameter, Double> values = feature.defaults();
    values.putAll(changed);
    int hop = values.getOrDefault(Parameter.HOP, 1.0).intValue();

    for (int sample = 0; sample < 4_000; sample++) {
      stream.push(SIGNAL, sample, 1);
      int due = lookAhead.isEmpty() ? 0 : framesDue(sample + 1, lookAhead.getAsInt(), hop);
      assertThat(frames.table().frames())
          .as("after sample %d", sample)
          .isGreaterThanOrEqualTo(Math.min(due, batch.frames()));
    }

    float[] early = frames.table().values();
    assertThat(early).isEqualTo(Arrays.copyOf(batch.values(), early.length));
    assertThat(early.length == 0).isEqualTo(lookAhead.isEmpty());
  }

  static Stream<Arguments> features() {
    return new FeatureCatalogue().all().stream().flatMap(StreamingTest::variants);
  }

  /** As it is by default, as it may be live, and on a grid of odd frames with gaps between. */
  private static Stream<Arguments> variants(Feature feature) {
    return Stream.of(
            Map.<Parameter, Double>of(),
            Map.of(Parameter.TOP_DB, Parameter.NONE),
            Map.of(Parameter.FRAME_LENGTH, 251.0, Parameter.HOP, 300.0))
        .map(changes -> known(feature, changes))
        .distinct()
        .map(changes -> Arguments.of(feature, changes));
  }

  private static Map<Parameter, Double> known(Feature feature, Map<Parameter, Double> changes) {
    Map<Parameter, Double> known = new EnumMap<>(Parameter.class);
    known.putAll(changes);
    known.keySet().retainAll(feature.defaults().keySet());
    return known;
  }

  private static int framesDue(int samples, int lookAhead, int hop) {
    return samples < lookAhead ? 0 : (samples - lookAhead) / hop + 1;
  }
}
