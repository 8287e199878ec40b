package io.temperline.streams;

import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.REPLACE_THREAD;
import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;

class RestartPolicyTest {

  private final RestartPolicy policy = new RestartPolicy("http://registry:8081");

  @Test
  void aThreadThatDiedIsReplaced() {
    assertThat(policy.handle(new IllegalStateException("broken"))).isEqualTo(REPLACE_THREAD);
  }

  /** In a row eight threads would wait for minutes. */
  @Test
  void threadsThatDieTogetherWaitBesideOneAnother() {
    var handled =
        IntStream.range(0, 8)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () -> policy.handle(new IllegalStateException("broken")),
                        task -> new Thread(task).start()))
            .toList();

    assertTimeoutPreemptively(
        Duration.ofSeconds(20), () -> handled.forEach(CompletableFuture::join));
  }

  @Test
  void aRegistryThatRefusesIsNamed() {
    var error =
        new StreamsException(
            "handler is set to fail",
            new SerializationException(
                "no schema", new RestClientException("User cannot access", 401, 40101)));

    assertThat(policy.describe(error))
        .startsWith("The schema registry at http://registry:8081 refuses (User cannot access");
  }

  /** Undisturbed, the waits of these would add up to more than four minutes. */
  @Test
  void whoeverStopsTheApplicationNeedNotWaitForThreadsThatDo() {
    var handled =
        CompletableFuture.supplyAsync(
            () -> {
              for (int i = 0; i < 12; i++) {
                if (policy.handle(new IllegalStateException("broken")) == SHUTDOWN_CLIENT) {
                  return SHUTDOWN_CLIENT;
                }
              }
              return REPLACE_THREAD;
            });

    policy.close();

    assertThat(assertTimeoutPreemptively(Duration.ofSeconds(20), () -> handled.get()))
        .isEqualTo(SHUTDOWN_CLIENT);
  }

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
        .isEqualTo("A stream thread died (TimeoutException: no coordinator)");
  }
}
