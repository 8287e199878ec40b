package io.temperline.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;

class RestartPolicyTest {

  private final RestartPolicy policy = new RestartPolicy("http://registry:8081");

  @Test
  void aRegistryThatIsAwayIsNamed() {
    var error =
        new StreamsException(
            "handler is set to fail",
            new SerializationException("no schema", new ConnectException("Connection refused")));

    assertThat(policy.describe(error))
        .isEqualTo(
            "The schema registry at http://registry:8081 does not answer (Connection refused)");
  }

  @Test
  void ofAnyOtherErrorItsRootIsTold() {
    var error = new StreamsException("commit failed", new TimeoutException("no coordinator"));

    assertThat(policy.describe(error))
        .isEqualTo(
            "A stream thread died (org.apache.kafka.common.errors.TimeoutException: no"
                + " coordinator)");
  }
}
