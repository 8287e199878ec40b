package io.temperline.standalone.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.temperline.standalone.CannotStartException;
import io.temperline.standalone.LogLines;
import io.temperline.standalone.registry.EmbeddedRegistry;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class PatienceTest {

  private final Patience patience = new Patience(Duration.ofMillis(1), Duration.ofMillis(2));

  @Test
  void itTriesUntilSomebodyIsThereAndSaysEachTimeWhoIsNot() throws Exception {
    Iterator<String> answers = List.of("", "", "here").iterator();
    try (LogLines log = LogLines.open()) {
      String answer =
          patience.until(
              () -> {
                String next = answers.next();
                if (next.isEmpty()) {
                  throw new NotThereException("nobody answers at HOST", null);
                }
                return next;
              });

      assertThat(answer).isEqualTo("here");
      assertThat(log.lines())
          .hasSize(2)
          .allMatch(line -> line.startsWith("nobody answers at HOST; trying again in"));
    }
  }

  @Test
  void aBrokerWhoseNameIsUnknownMayBeThereLater() {
    assertThatThrownBy(() -> cluster("nobody.invalid:9092").connect())
        .isInstanceOf(NotThereException.class)
        .hasMessageContainingAll("nobody.invalid:9092", "check bootstrap.servers");
  }

  @Test
  void anAddressThatIsNoneIsNoUseToTryAgain() {
    assertThatThrownBy(() -> cluster("kafka").connect())
        .isInstanceOf(CannotStartException.class)
        .hasMessageContainingAll("bootstrap.servers", "kafka");
  }

  @Test
  void aRegistryIsThereOrNot() throws Exception {
    String address;
    try (EmbeddedRegistry registry = EmbeddedRegistry.start(Optional.empty(), 0)) {
      address = registry.url();
      assertThatCode(() -> registry(registry.url()).requireAnswer()).doesNotThrowAnyException();
    }
    assertThatThrownBy(() -> registry(address).requireAnswer())
        .isInstanceOf(NotThereException.class)
        .hasMessageContainingAll(address, "check schema.registry.url");
  }

  private static KafkaCluster cluster(String address) {
    return new KafkaCluster(with("bootstrap.servers", address));
  }

  private static SchemaRegistry registry(String address) {
    return new SchemaRegistry(with("schema.registry.url", address));
  }

  private static Properties with(String key, String value) {
    Properties properties = new Properties();
    properties.setProperty(key, value);
    return properties;
  }
}
