package io.temperline.dashboard.delivery.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.temperline.dashboard.delivery.AlertStory;
import io.temperline.dashboard.settings.Secret;
import io.temperline.schemas.Escalation;
import io.temperline.schemas.EscalationStatus;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Slack's and PagerDuty's messages, as their documentation describes them. */
class ShapesTest {

  private static final URI DASHBOARD = URI.create("https://temperline.example/");

  private final AlertStory call = new AlertStory("ada 1");

  @Test
  void slackGetsATextAndBlocks() throws Exception {
    JsonNode message = slack(call.raised());

    assertThat(message.get("text").asText())
        .startsWith("*Critical: sustained-anger on call ada 1, queue Billing*\nAnger 0.80 for 5 s")
        .endsWith("<https://temperline.example/calls/ada%201|Open the call>");
    JsonNode blocks = message.get("blocks");
    assertThat(blocks.findValuesAsText("type"))
        .containsExactly("header", "plain_text", "section", "mrkdwn", "section", "mrkdwn");
    assertThat(blocks.get(0).get("text").get("text").asText())
        .isEqualTo("Critical: sustained-anger on call ada 1, queue Billing");
    assertThat(blocks.get(2).get("text").get("text").asText())
        .contains("*What to do*: Listen in, and take the call over if it goes on.")
        .contains("*team*: gold");
  }

  @Test
  void slackTakesNoOrdersFromACallOrARule() throws Exception {
    Escalation alert =
        call.step(EscalationStatus.RAISED, 10)
            .setAnnotations(Map.of("summary", "<!channel> R&D > all\u2028<@U1>"))
            .setLabels(Map.of("<!here>", "a<b"))
            .build();

    String text = slack(alert).toString();

    assertThat(text)
        .contains("&lt;!channel&gt; R&amp;D &gt; all &lt;@U1&gt;", "&lt;!here&gt;", "a&lt;b")
        .doesNotContain("<!", "<@");
  }

  @Test
  void slacksLimitsAreKept() throws Exception {
    Escalation alert =
        call.step(EscalationStatus.RAISED, 10)
            .setRule("&".repeat(5_000))
            .setAnnotations(Map.of("summary", "&".repeat(5_000), "more", "&".repeat(5_000)))
            .build();

    JsonNode blocks = slack(alert).get("blocks");

    assertThat(blocks.get(0).get("text").get("text").asText()).hasSize(150);
    assertThat(blocks.get(1).get("text").get("text").asText()).hasSizeLessThanOrEqualTo(3_000);
    assertThat(blocks.get(2).get("text").get("text").asText()).hasSizeLessThanOrEqualTo(3_000);
  }

  @Test
  void pagerDutyGetsOneIncidentForAllStepsOfAnAlert() throws Exception {
    JsonNode raised = pagerDuty(call.raised());
    JsonNode acknowledged = pagerDuty(call.acknowledged(20));
    JsonNode cleared = pagerDuty(call.cleared(30));

    assertThat(raised.get("event_action").asText()).isEqualTo("trigger");
    assertThat(pagerDuty(call.worse(15)).get("event_action").asText()).isEqualTo("trigger");
    assertThat(acknowledged.get("event_action").asText()).isEqualTo("acknowledge");
    assertThat(cleared.get("event_action").asText()).isEqualTo("resolve");
    assertThat(raised.get("dedup_key").asText())
        .isEqualTo("ada 1/sustained-anger/7")
        .isEqualTo(acknowledged.get("dedup_key").asText())
        .isEqualTo(cleared.get("dedup_key").asText());
  }

  @Test
  void pagerDutysEventHasWhatItAsksFor() throws Exception {
    JsonNode event = pagerDuty(call.raised());

    assertThat(event.get("routing_key").asText()).isEqualTo("r0uting");
    JsonNode payload = event.get("payload");
    assertThat(payload.get("summary").asText())
        .isEqualTo("Critical: sustained-anger on call ada 1, queue Billing: Anger 0.80 for 5 s");
    assertThat(payload.get("source").asText()).isEqualTo("call ada 1");
    assertThat(payload.get("severity").asText()).isEqualTo("critical");
    assertThat(payload.get("timestamp").asText()).isEqualTo("2026-03-02T09:00:10Z");
    assertThat(payload.get("custom_details").get("queue").asText()).isEqualTo("Billing");
    assertThat(event.get("links").get(0).get("href").asText())
        .isEqualTo("https://temperline.example/calls/ada%201");
  }

  @Test
  void pagerDutysLimitsAreKept() throws Exception {
    AlertStory longest = new AlertStory("x".repeat(2_000));

    assertThat(pagerDuty(longest.raised()).get("dedup_key").asText())
        .hasSizeLessThanOrEqualTo(255)
        .isEqualTo(pagerDuty(longest.cleared(20)).get("dedup_key").asText());
    assertThat(pagerDuty(longest.raised()).get("payload").get("summary").asText()).hasSize(1024);
  }

  @Test
  void withoutAnAddressOfTheDashboardThereIsNoLink() throws Exception {
    Notice notice = Notice.of(Step.RAISED, call.raised(), Optional.empty());

    assertThat(read(new PagerDutyShape(new Secret("r0uting")).of(notice)).has("links")).isFalse();
    assertThat(read(new SlackShape().of(notice)).toString()).doesNotContain("Open the call");
  }

  private static JsonNode slack(Escalation alert) throws IOException {
    return read(new SlackShape().of(notice(alert)));
  }

  private static JsonNode pagerDuty(Escalation alert) throws IOException {
    return read(new PagerDutyShape(new Secret("r0uting")).of(notice(alert)));
  }

  private static JsonNode read(Letter letter) throws IOException {
    assertThat(letter.headers()).containsEntry("Content-Type", "application/json");
    return new ObjectMapper().readTree(letter.body());
  }

  private static Notice notice(Escalation alert) {
    return Notice.of(Step.of(alert).orElseThrow(), alert, Optional.of(DASHBOARD));
  }
}
