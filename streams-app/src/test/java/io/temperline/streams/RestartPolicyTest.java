package io.temperline.streams;

import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.REPLACE_THREAD;
import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class RestartPolicyTest {

  private final RestartPolicy policy = new RestartPolicy();

  @Test
  void aThreadThatDiedIsReplaced() {
    assertThat(policy.handle(new IllegalStateException("broken"))).isEqualTo(REPLACE_THREAD);
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
}
