package io.temperline.dashboard.delivery.channel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.temperline.dashboard.delivery.AlertStory;
import io.temperline.dashboard.delivery.TestClock;
import io.temperline.dashboard.delivery.TestReceiver;
import io.temperline.dashboard.delivery.TestReceiver.Request;
import io.temperline.dashboard.settings.Secret;
import io.temperline.schemas.Escalation;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WebhookTest {

  private static final Secret SECRET = new Secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

  private final AlertStory call = new AlertStory("ada 1");
  private final TestClock clock = new TestClock();
  private final TestReceiver receiver = TestReceiver.start();
  private final Channel webhook =
      new Channels(clock)
          .webhook(
              receiver.uri("/alerts"),
              SECRET,
              URI.create("https://temperline.example"),
              Duration.ofSeconds(10));

  @AfterEach
  void close() {
    receiver.close();
  }

  @Test
  void isACloudEventInStructuredMode() throws Exception {
    assertThat(send(call.raised()).kind()).isEqualTo(Answer.Kind.ACCEPTED);

    Request request = receiver.requests().get(0);
    JsonNode event = new ObjectMapper().readTree(request.body());
    assertThat(request.header("Content-Type")).startsWith("application/cloudevents+json");
    assertThat(event.get("specversion").asText()).isEqualTo("1.0");
    assertThat(event.get("type").asText()).isEqualTo("io.temperline.escalation.raised");
    assertThat(event.get("source").asText()).isEqualTo("https://temperline.example");
    assertThat(event.get("subject").asText()).isEqualTo("ada 1/sustained-anger/7");
    assertThat(event.get("time").asText()).isEqualTo("2026-03-02T09:00:10Z");
    assertThat(event.get("datacontenttype").asText()).isEqualTo("application/json");
    assertThat(event.get("id").asText())
        .isEqualTo(request.header("Idempotency-Key"))
        .isEqualTo(request.header("webhook-id"))
        .matches("[0-9a-f]{32}");
  }

  @Test
  void carriesTheWholeEscalationAsPlainJson() throws Exception {
    send(call.cleared(40));

    JsonNode data = new ObjectMapper().readTree(receiver.requests().get(0).body()).get("data");
    assertThat(data.fieldNames())
        .toIterable()
        .containsExactlyElementsOf(
            Escalation.getClassSchema().getFields().stream().map(f -> f.name()).toList());
    assertThat(data.get("status").asText()).isEqualTo("CLEARED");
    assertThat(data.get("raisedAt").asText()).isEqualTo("2026-03-02T09:00:10Z");
    assertThat(data.get("clearedAt").asText()).isEqualTo("2026-03-02T09:00:40Z");
    assertThat(data.get("evidence").get("level").floatValue()).isEqualTo(0.8f);
    assertThat(data.get("evidence").get("figures").get("anger").doubleValue()).isEqualTo(0.8);
    assertThat(data.get("labels").get("team").asText()).isEqualTo("gold");
    assertThat(data.get("snoozedUntil").isNull()).isTrue();
  }

  @Test
  void isSignedOverIdTimeAndBodyAsTheySent() throws Exception {
    send(call.raised());

    Request request = receiver.requests().get(0);
    assertThat(request.header("webhook-timestamp"))
        .isEqualTo(Long.toString(clock.instant().getEpochSecond()));
    assertThat(request.header("webhook-signature"))
        .isEqualTo(
            Verification.signature(
                SECRET.reveal(),
                request.header("webhook-id"),
                request.header("webhook-timestamp"),
                request.body()));
  }

  @Test
  void theSignatureIsThatOfTheSpecificationsExample() {
    assertThat(
            new StandardSignature(SECRET)
                .of(
                    "msg_p5jXN8AQM9LWM0D4loKWxJek",
                    Instant.ofEpochSecond(1_614_265_330),
                    "{\"test\": 2432232314}".getBytes(UTF_8)))
        .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @Test
  void aSecretThatIsNoKeyIsRefusedWithoutBeingTold() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new StandardSignature(new Secret("whsec_not base 64 at all, sorry")))
        .withMessageContaining("no Base64")
        .withMessageNotContaining("sorry");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new StandardSignature(new Secret("short")))
        .withMessageContaining("has 5 bytes")
        .withMessageNotContaining("short");
  }

  @Test
  void theKeyIsTheSameForOneStepAndAnotherForEachOther() {
    Escalation step = call.worse(20);
    assertThat(key(step)).isEqualTo(key(Escalation.newBuilder(step).build()));
    assertThat(
            Stream.of(
                call.raised(),
                step,
                call.worse(21),
                call.better(20),
                call.acknowledged(20),
                call.cleared(20),
                new AlertStory("ben").worse(20)))
        .extracting(this::key)
        .doesNotHaveDuplicates();
  }

  private String key(Escalation alert) {
    return notice(alert).key();
  }

  private Answer send(Escalation alert) throws InterruptedException {
    return webhook.deliver(notice(alert));
  }

  private static Notice notice(Escalation alert) {
    return Notice.of(Step.of(alert).orElseThrow(), alert, Optional.empty());
  }
}
