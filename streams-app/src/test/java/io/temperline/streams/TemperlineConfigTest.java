package io.temperline.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.temperline.speech.model.ModelManifest;
import io.temperline.speech.model.UnusableModelException;
import io.temperline.speech.window.WindowConfig;
import io.temperline.streams.Settings.UnusableSettingException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemperlineConfigTest {

  @Test
  void settingsHaveDefaultsAndKafkasOwnAreLeftAlone() {
    TemperlineConfig config = from(with("bootstrap.servers", "here:9092"));

    assertThat(config.emotion().window().length()).isEqualTo(Duration.ofSeconds(3));
    assertThat(config.emotion().callersAreInformed()).isFalse();
    assertThat(config.emotion().scoreAgents()).isFalse();
    assertThat(config.emotion().followConversations()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "temperline.window.hop.ms | soon | it takes milliseconds, 100 to",
        "temperline.window.hop.ms | -5 | it takes milliseconds",
        "temperline.gate.min.speech.share | 7 | it takes a number from 0 to 1",
        "temperline.score.agents | yes | it takes true or false",
        "temperline.alert.memory.ms | 0 | it takes milliseconds, 1000 to",
        "temperline.conversation | yes | it takes true or false",
        "temperline.window.hop.ms | 5000 | shorten the hop"
      })
  void anUnusableValueIsRefusedInOneLine(String key, String value, String problem) {
    assertThatThrownBy(() -> from(with(key, value)))
        .isInstanceOf(UnusableSettingException.class)
        .hasMessageContaining(problem)
        .message()
        .doesNotContain("\n");
  }

  @Test
  void theModelIsAFolderOrTheShippedOne() {
    assertThat(TemperlineConfig.model(new Properties())).isEmpty();
    assertThat(TemperlineConfig.model(with("temperline.model", "mine"))).contains(Path.of("mine"));
    assertThatThrownBy(() -> TemperlineConfig.model(with("temperline.model", "")))
        .isInstanceOf(UnusableSettingException.class)
        .hasMessage("setting temperline.model is ''; it takes a folder");
  }

  @Test
  void anUnknownSettingIsRefusedByName() {
    assertThatThrownBy(() -> from(with("temperline.window.lenght.ms", "1")))
        .isInstanceOf(UnusableSettingException.class)
        .hasMessageContaining("unknown setting temperline.window.lenght.ms");
  }

  @Test
  void aModelsOwnWindowsAreTakenWhereNoOthersAreAskedFor() {
    WindowConfig own = new WindowConfig(Duration.ofSeconds(2), Duration.ofMillis(500));
    ModelManifest model = OwnModels.manifest(own, List.of("neutral", "angry"));

    assertThat(TemperlineConfig.from(new Properties(), model).emotion().window()).isEqualTo(own);
    assertThat(
            TemperlineConfig.from(with("temperline.window.hop.ms", "250"), model)
                .emotion()
                .window()
                .hop())
        .isEqualTo(Duration.ofMillis(250));
    assertThatThrownBy(
            () -> TemperlineConfig.from(with("temperline.window.length.ms", "3000"), model))
        .isInstanceOf(UnusableSettingException.class)
        .hasMessage(
            "setting temperline.window.length.ms is 3000; the model own takes windows of 2000 ms:"
                + " leave the setting out");
  }

  @Test
  void aModelThatKnowsNoAngerIsRefused() {
    ModelManifest model = OwnModels.manifest(WindowConfig.DEFAULT, List.of("calm", "furious"));

    assertThatThrownBy(() -> TemperlineConfig.from(new Properties(), model))
        .isInstanceOf(UnusableModelException.class)
        .hasMessageStartingWith("the model own has no label 'angry'")
        .hasMessageContaining("only calm, furious: name its label of anger so in model.json");
  }

  private static TemperlineConfig from(Properties properties) {
    return TemperlineConfig.from(properties, LouderIsAngrier.MANIFEST);
  }

  private static Properties with(String key, String value) {
    Properties properties = new Properties();
    properties.setProperty(key, value);
    return properties;
  }
}
