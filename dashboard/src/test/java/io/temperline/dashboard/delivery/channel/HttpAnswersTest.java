package io.temperline.dashboard.delivery.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.temperline.dashboard.delivery.AlertStory;
import io.temperline.dashboard.delivery.TestClock;
import io.temperline.dashboard.delivery.TestReceiver;
import io.temperline.dashboard.delivery.TestReceiver.Reply;
import io.temperline.dashboard.delivery.channel.Answer.Kind;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How what a server does is taken. */
class HttpAnswersTest {

  private static final Duration LONG = Duration.ofSeconds(20);

  private final TestClock clock = new TestClock();
  private final TestReceiver receiver = TestReceiver.start();
  private final Notice notice =
      Notice.of(Step.RAISED, new AlertStory("ada").raised(), Optional.empty());

  @AfterEach
  void close() {
    receiver.close();
  }

  @ParameterizedTest
  @CsvSource({
    "200, ACCEPTED",
    "202, ACCEPTED",
    "204, ACCEPTED",
    "500, TRY_LATER",
    "502, TRY_LATER",
    "503, TRY_LATER",
    "429, TRY_LATER",
    "408, TRY_LATER",
    "400, REFUSED",
    "413, REFUSED",
    "422, REFUSED",
    "425, TRY_LATER",
    "401, TURNED_AWAY",
    "403, TURNED_AWAY",
    "404, TURNED_AWAY",
    "410, TURNED_AWAY",
    "301, TURNED_AWAY",
    "302, TURNED_AWAY"
  })
  void aStatusSaysWhetherToTryAgain(int status, Kind kind) throws Exception {
    Answer answer = answer(TestReceiver.status(status, ""));
    assertThat(answer.kind()).isEqualTo(kind);
    assertThat(answer.detail()).isEqualTo("answered " + status);
  }

  @Test
  void whatTheServerSaysIsRepeatedInOneShortLine() throws Exception {
    assertThat(answer(TestReceiver.status(400, "invalid\n  payload")).detail())
        .isEqualTo("answered 400: invalid payload");
    assertThat(answer(TestReceiver.status(400, "x".repeat(100_000))).detail())
        .hasSizeLessThan(250)
        .endsWith("…");
  }

  @Test
  void retryAfterIsReadAsSecondsAndAsADate() throws Exception {
    assertThat(answer(TestReceiver.status(429, "Retry-After", "7")).retryAfter())
        .hasValue(Duration.ofSeconds(7));
    assertThat(
            answer(TestReceiver.status(503, "Retry-After", "Mon, 02 Mar 2026 09:01:00 GMT"))
                .retryAfter())
        .hasValue(Duration.ofSeconds(40));
    assertThat(answer(TestReceiver.status(503, "Retry-After", "soon")).retryAfter()).isEmpty();
    assertThat(answer(TestReceiver.status(503, "Retry-After", "-3")).retryAfter()).isEmpty();
  }

  @Test
  void aConnectionThatIsClosedIsTriedAgain() throws Exception {
    assertThat(answer(TestReceiver.hangUp()).kind()).isEqualTo(Kind.TRY_LATER);
  }

  @Test
  void nobodyThereIsTriedAgain() throws Exception {
    Channel nobody = new Channels(clock).slack(URI.create("http://127.0.0.1:1/x"), LONG);
    assertThat(nobody.deliver(notice).kind()).isEqualTo(Kind.TRY_LATER);
  }

  @Test
  void aServerThatIsSlowWithItsAnswerOrItsBodyIsGivenUp() throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    Reply never = exchange -> await(end);
    Reply halfABody =
        exchange -> {
          exchange.sendResponseHeaders(500, 1000);
          exchange.getResponseBody().write('x');
          exchange.getResponseBody().flush();
          await(end);
        };
    receiver.reply(never, halfABody);
    Channel impatient =
        new Channels(clock).slack(receiver.uri("/services/T0KEN"), Duration.ofMillis(200));
    try {
      for (int i = 0; i < 2; i++) {
        Answer answer = impatient.deliver(notice);
        assertThat(answer.kind()).isEqualTo(Kind.TRY_LATER);
        assertThat(answer.detail()).isEqualTo("no answer within 200 ms");
      }
    } finally {
      end.countDown();
    }
  }

  @Test
  void noSecretIsRepeatedOfAnAnswer() throws Exception {
    receiver.reply(2, TestReceiver.status(400, "no hook at /services/T0KEN for r0uting"));
    Channels channels = new Channels(clock);
    URI address = receiver.uri("/services/T0KEN");

    Channel slack = channels.slack(address, LONG);
    Channel pager = channels.pagerDuty(address, new Secret("r0uting"), LONG);

    assertThat(slack.deliver(notice).detail()).contains("no hook at *** for").doesNotContain("T0K");
    assertThat(pager.deliver(notice).detail()).doesNotContain("T0KEN", "r0uting");
    assertThat(slack.address()).isEqualTo("http://127.0.0.1:" + receiver.port());
    assertThat(new Secret("r0uting").toString()).isEqualTo("***");
  }

  private Answer answer(Reply reply) throws InterruptedException {
    receiver.reply(reply);
    return new Channels(clock).slack(receiver.uri("/services/T0KEN"), LONG).deliver(notice);
  }

  private static void await(CountDownLatch end) {
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
