package io.temperline.speech.window;

import static io.temperline.speech.window.Sounds.SECOND;
import static io.temperline.speech.window.Sounds.join;
import static io.temperline.speech.window.Sounds.noise;
import static io.temperline.speech.window.Sounds.silence;
import static io.temperline.speech.window.Sounds.syllables;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.temperline.speech.features.LogMelConfig;
import io.temperline.speech.features.LogMelExtractor;
import io.temperline.speech.features.Waveform;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WindowAnalyzerTest {

  private static final LogMelConfig FEATURES = LogMelConfig.TELEPHONE;
  private static final float[] SOUND =
      join(syllables(4.3, -20), silence(2.1), noise(1.7, -30), syllables(3.0004, -10));

  @Test
  void emitsAWindowOnceItsLastSampleIsThere() {
    WindowAnalyzer analyzer = new WindowAnalyzer(WindowConfig.DEFAULT, FEATURES);

    analyzer.append(SOUND, 0, 3 * SECOND - 1);
    assertThat(analyzer.poll()).isEmpty();
    analyzer.append(SOUND, 3 * SECOND - 1, 1);
    assertThat(analyzer.poll()).map(AudioWindow::index).contains(0L);
    analyzer.append(SOUND, 3 * SECOND, SECOND - 1);
    assertThat(analyzer.poll()).isEmpty();
    analyzer.append(SOUND, 4 * SECOND - 1, 1);
    assertThat(analyzer.poll()).map(AudioWindow::index).contains(1L);
    assertThat(analyzer.poll()).isEmpty();
    assertThat(analyzer.position()).isEqualTo(4 * SECOND);
  }

  @Test
  void emitsEveryWindowOfALongChunkInOrder() {
    assertThat(windowsOf(WindowConfig.DEFAULT, SOUND))
        .extracting(AudioWindow::index)
        .containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
  }

  @ParameterizedTest
  @CsvSource({"3000,1000", "3000,3000", "2000,500", "1000,10", "30,20", "2500,1700"})
  void holdsTheFramesOfItsOwnSamples(long lengthMs, long hopMs) {
    WindowConfig grid = new WindowConfig(Duration.ofMillis(lengthMs), Duration.ofMillis(hopMs));
    LogMelExtractor extractor = new LogMelExtractor(FEATURES);

    List<AudioWindow> windows = windowsOf(grid, SOUND);

    assertThat(windows).hasSize((int) ((SOUND.length / 8 - lengthMs) / hopMs + 1));
    for (AudioWindow window : windows) {
      int start = (int) (grid.startMs(window.index()) * 8);
      float[] own = Arrays.copyOfRange(SOUND, start, start + (int) lengthMs * 8);
      assertThat(window.features()).isEqualTo(extractor.frames(own));
    }
  }

  @ParameterizedTest
  @CsvSource({"3000,1000", "2000,500", "2500,1700"})
  void holdsItsOwnSamplesWhereTheyAreAskedFor(long lengthMs, long hopMs) {
    WindowConfig grid = new WindowConfig(Duration.ofMillis(lengthMs), Duration.ofMillis(hopMs));
    Random random = new Random(6);
    WindowAnalyzer analyzer = new WindowAnalyzers(grid, Waveform.TELEPHONE).startingAt(1);
    for (int at = (int) hopMs * 8, size; at < SOUND.length; at += size) {
      size = Math.min(random.nextInt(1000), SOUND.length - at);
      analyzer.append(SOUND, at, size);
    }

    List<AudioWindow> windows = drain(analyzer, new ArrayList<>());

    List<AudioWindow> logMels = windowsOf(grid, SOUND);
    assertThat(windows).hasSize(logMels.size() - 1);
    for (AudioWindow window : windows) {
      int start = (int) (grid.startMs(window.index()) * 8);
      assertThat(window.features())
          .isEqualTo(Arrays.copyOfRange(SOUND, start, start + (int) lengthMs * 8));
      assertThat(window.quality()).isEqualTo(logMels.get((int) window.index()).quality());
    }
  }

  @Test
  void holdsTwoHundredAndNinetyEightFramesForThreeSeconds() {
    assertThat(windowsOf(WindowConfig.DEFAULT, SOUND).get(0).features()).hasSize(298 * 64);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void givesTheSameBitsInAnyChunking(long seed) {
    Random random = new Random(seed);
    WindowAnalyzer analyzer = new WindowAnalyzer(WindowConfig.DEFAULT, FEATURES);
    List<AudioWindow> windows = new ArrayList<>();
    for (int at = 0, size; at < SOUND.length; at += size) {
      size = Math.min(random.nextInt(1000), SOUND.length - at);
      analyzer.append(SOUND, at, size);
      drain(analyzer, windows);
    }

    assertSame(windows, windowsOf(WindowConfig.DEFAULT, SOUND));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 8})
  void givesTheSameBitsWhenStartedAtALaterWindow(int first) {
    WindowAnalyzer late = new WindowAnalyzers(WindowConfig.DEFAULT, FEATURES).startingAt(first);
    assertThat(late.position()).isEqualTo(first * SECOND);

    late.append(SOUND, first * SECOND, SOUND.length - first * SECOND);

    List<AudioWindow> all = windowsOf(WindowConfig.DEFAULT, SOUND);
    assertSame(drain(late, new ArrayList<>()), all.subList(first, all.size()));
  }

  @Test
  void marksLostAudioInTheWindowsThatMissIt() {
    WindowAnalyzer analyzer = new WindowAnalyzer(WindowConfig.DEFAULT, FEATURES);
    analyzer.append(SOUND, 0, 2 * SECOND);
    analyzer.appendLost(SECOND / 2 + 37);
    analyzer.append(SOUND, 0, 4 * SECOND);

    assertThat(drain(analyzer, new ArrayList<>()))
        .extracting(window -> Math.round(window.quality().lostShare() * 3 * SECOND))
        .containsExactly(4037, 4037, 4037, 0);
  }

  @Test
  void hearsLostAudioAsSilence() {
    WindowAnalyzer analyzer = new WindowAnalyzer(WindowConfig.DEFAULT, FEATURES);
    analyzer.append(SOUND, 0, 2 * SECOND);
    analyzer.appendLost(SECOND);

    float[] expected =
        new LogMelExtractor(FEATURES).frames(join(Arrays.copyOf(SOUND, 2 * SECOND), silence(1)));
    assertThat(analyzer.poll()).map(AudioWindow::features).contains(expected);
  }

  @Test
  void anHourOfLostAudioTakesTheRoomOfOneWindow() {
    WindowAnalyzer analyzer = new WindowAnalyzer(WindowConfig.DEFAULT, Waveform.TELEPHONE);
    analyzer.append(SOUND, 0, SECOND);
    analyzer.appendLost(3600 * SECOND);
    analyzer.append(SOUND, 0, SECOND);

    List<AudioWindow> windows = drain(analyzer, new ArrayList<>());
    List<AudioWindow> lost = windows.subList(1, windows.size() - 1);
    assertThat(lost)
        .hasSize(3598)
        .allMatch(window -> window.quality().lostShare() == 1)
        .allMatch(window -> window.features() == lost.get(0).features());
    assertThat(lost.get(0).features()).containsOnly(0).hasSize(3 * SECOND);
  }

  @Test
  void refusesAGridThatDoesNotFitTheFrames() {
    WindowConfig odd = new WindowConfig(Duration.ofMillis(3005), Duration.ofSeconds(1));
    WindowConfig brief = new WindowConfig(Duration.ofMillis(20), Duration.ofMillis(20));

    assertThatThrownBy(() -> new WindowAnalyzer(odd, FEATURES))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Windows of PT3.005S do not fit the grid of the features: take a multiple of 10.0 ms");
    assertThatThrownBy(() -> new WindowAnalyzer(brief, FEATURES))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("shorter than a log-mel frame");
  }

  private static List<AudioWindow> windowsOf(WindowConfig grid, float[] sound) {
    WindowAnalyzer analyzer = new WindowAnalyzer(grid, FEATURES);
    analyzer.append(sound, 0, sound.length);
    return drain(analyzer, new ArrayList<>());
  }

  private static List<AudioWindow> drain(WindowAnalyzer analyzer, List<AudioWindow> into) {
    for (Optional<AudioWindow> next; (next = analyzer.poll()).isPresent(); ) {
      into.add(next.get());
    }
    return into;
  }

  private static void assertSame(List<AudioWindow> actual, List<AudioWindow> expected) {
    assertThat(actual).hasSameSizeAs(expected);
    for (int i = 0; i < expected.size(); i++) {
      assertThat(actual.get(i).index()).isEqualTo(expected.get(i).index());
      assertThat(actual.get(i).features()).isEqualTo(expected.get(i).features());
      assertThat(actual.get(i).quality()).isEqualTo(expected.get(i).quality());
    }
  }
}
