package io.temperline.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.temperline.streams.Settings.UnusableSettingException;
import java.time.Duration;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemperlineConfigTest {

  @Test
  void settingsHaveDefaultsAndKafkasOwnAreLeftAlone() {
    TemperlineConfig config = TemperlineConfig.from(with("bootstrap.servers", "here:9092"));

    assertThat(config.emotion().window().length()).isEqualTo(Duration.ofSeconds(3));
    assertThat(config.emotion().callersAreInformed()).isFalse();
    assertThat(config.emotion().scoreAgents()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "temperline.window.hop.ms | soon | it takes milliseconds, 100 to",
        "temperline.window.hop.ms | -5 | it takes milliseconds",
        "temperline.gate.min.speech.share | 7 | it takes a number from 0 to 1",
        "temperline.score.agents | yes | it takes true or false",
        "temperline.escalation.clear.below | 0.9 | clearBelow",
        "temperline.window.hop.ms | 5000 | shorten the hop"
      })
  void anUnusableValueIsRefusedInOneLine(String key, String value, String problem) {
    assertThatThrownBy(() -> TemperlineConfig.from(with(key, value)))
        .isInstanceOf(UnusableSettingException.class)
        .hasMessageContaining(problem)
        .message()
        .doesNotContain("\n");
  }

  @Test
  void anUnknownSettingIsRefusedByName() {
    assertThatThrownBy(() -> TemperlineConfig.from(with("temperline.window.lenght.ms", "1")))
        .isInstanceOf(UnusableSettingException.class)
        .hasMessageContaining("unknown setting temperline.window.lenght.ms");
  }

  private static Properties with(String key, String value) {
    Properties properties = new Properties();
    properties.setProperty(key, value);
    return properties;
  }
}
