package io.temperline.streams;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.temperline.streams.Settings.UnusableSettingException;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StreamsProtocolTest {

  @ParameterizedTest
  @CsvSource({
    "group.instance.id, one, no static membership",
    "main.consumer.group.instance.id, one, no static membership",
    "num.standby.replicas, 1, streams.num.standby.replicas=1",
    "consumer.session.timeout.ms, 6000, streams.session.timeout.ms=6000",
    "heartbeat.interval.ms, 2000, --entity-name temperline",
    "max.warmup.replicas, 2, the broker shares out the work"
  })
  void settingsThatMeanNothingWithItAreRefusedInOneLine(String key, String value, String remedy) {
    Properties properties = with(key, value);

    assertThatCode(() -> StreamsSettings.of(properties)).doesNotThrowAnyException();

    properties.setProperty("group.protocol", "streams");
    assertThatThrownBy(() -> StreamsSettings.of(properties))
        .isInstanceOf(UnusableSettingException.class)
        .hasMessageStartingWith(key + " means nothing with group.protocol=streams")
        .hasMessageContaining(remedy)
        .message()
        .hasLineCount(1);
  }

  @Test
  void otherSettingsGoWithEitherProtocol() {
    Properties properties = with("num.stream.threads", "4");
    properties.setProperty("group.protocol", "streams");

    assertThatCode(() -> StreamsSettings.of(properties)).doesNotThrowAnyException();
  }

  @Test
  void aValueThatKafkaStreamsDoesNotTakeIsSaidInOneLine() {
    assertThatThrownBy(() -> StreamsSettings.of(with("group.protocol", "gossip")))
        .isInstanceOf(UnusableSettingException.class)
        .hasMessageContainingAll("group.protocol", "gossip");
  }

  private static Properties with(String key, String value) {
    Properties properties = new Properties();
    properties.setProperty("bootstrap.servers", "none:9092");
    properties.setProperty(key, value);
    return properties;
  }
}
