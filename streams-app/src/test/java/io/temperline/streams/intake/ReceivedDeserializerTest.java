package io.temperline.streams.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.net.ConnectException;
import javax.net.ssl.SSLHandshakeException;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceivedDeserializerTest {

  private static final byte[] RAW = {1, 2, 3};

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 408, 429, 500, 503})
  void aRegistryThatRefusesOrFailsIsNoFaultOfTheRecord(int status) {
    assertThatThrownBy(() -> readWhere(new RestClientException("no", status, status * 100)))
        .isInstanceOf(SerializationException.class);
  }

  @Test
  void aRegistryThatCannotBeReachedIsNoFaultOfTheRecord() {
    assertThatThrownBy(() -> readWhere(new ConnectException("Connection refused")))
        .isInstanceOf(SerializationException.class);
    assertThatThrownBy(() -> readWhere(new SSLHandshakeException("unknown certificate")))
        .isInstanceOf(SerializationException.class);
  }

  @Test
  void aSchemaThatTheRegistryNeverGaveIs() {
    assertThat(readWhere(new RestClientException("Schema not found", 404, 40403)))
        .isInstanceOf(Received.Unreadable.class);
  }

  private static Received<String> readWhere(Exception registryError) {
    return new ReceivedDeserializer<>(
            String.class,
            (topic, data) -> {
              throw new SerializationException("no schema", registryError);
            })
        .deserialize("temperline.audio", RAW);
  }
}
