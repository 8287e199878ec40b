package io.temperline.speech.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class WindowConfigTest {

  @Test
  void placesWindowsOnTheGrid() {
    assertThat(WindowConfig.DEFAULT.startMs(7)).isEqualTo(7000);
    assertThat(WindowConfig.DEFAULT.endMs(7)).isEqualTo(10_000);
  }

  @Test
  void refusesAGridThatLeavesAudioOutOrMakesNoSense() {
    Duration second = Duration.ofSeconds(1);

    assertThatThrownBy(() -> new WindowConfig(second, second.multipliedBy(2)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Windows every PT2S of PT1S would leave audio out: shorten the hop");
    assertThatThrownBy(() -> new WindowConfig(second, Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("A window's hop must be some whole milliseconds, not PT0S");
    assertThatThrownBy(() -> new WindowConfig(Duration.ofNanos(1), second))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("A window's length must be some whole milliseconds, not PT0.000000001S");
  }
}
