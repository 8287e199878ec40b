package io.temperline.dashboard.delivery.channel;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.temperline.dashboard.settings.Secret;
import io.temperline.schemas.Severity;
import java.net.URI;

/** An event of PagerDuty's Events API v2; all steps of an alert are one incident. */
final class PagerDutyShape implements Letter.Shape {

  /** PagerDuty's limits, in characters. */
  private static final int LONGEST_SUMMARY = 1024;

  private static final int LONGEST_KEY = 255;

  private final Secret routingKey;

  PagerDutyShape(Secret routingKey) {
    this.routingKey = routingKey;
  }

  @Override
  public Letter of(Notice notice) {
    ObjectNode event =
        JsonNodeFactory.instance
            .objectNode()
            .put("routing_key", routingKey.reveal())
            .put("event_action", action(notice.step()))
            .put("dedup_key", notice.alertKey(LONGEST_KEY))
            .put("client", "Temperline");
    event.set("payload", payload(notice));
    notice.page().ifPresent(page -> addLink(event, page));
    return Letter.json(notice, event);
  }

  /** Whether PagerDuty has a word for the step. */
  static boolean knows(Step step) {
    return switch (step) {
      case RAISED, WORSE, BETTER, GOES_ON, ACKNOWLEDGED, CLEARED -> true;
      case SNOOZED, JUDGED, NOTED -> false;
    };
  }

  private static String action(Step step) {
    return switch (step) {
      case CLEARED -> "resolve";
      case ACKNOWLEDGED -> "acknowledge";
      default -> "trigger";
    };
  }

  private static ObjectNode payload(Notice notice) {
    Wording wording = new Wording(notice);
    String summary = wording.headline() + ": " + wording.summary();
    ObjectNode payload =
        JsonNodeFactory.instance
            .objectNode()
            .put("summary", Wording.shortened(summary, LONGEST_SUMMARY))
            .put("source", "call " + notice.alert().getCallId())
            .put("severity", severity(notice.alert().getSeverity()))
            .put("timestamp", notice.alert().getAt().toString())
            .put("component", "temperline")
            .put("class", notice.alert().getRule());
    if (notice.alert().getQueue() != null) {
      payload.put("group", notice.alert().getQueue());
    }
    payload.set("custom_details", PlainJson.of(notice.alert()));
    return payload;
  }

  private static String severity(Severity severity) {
    return switch (severity) {
      case INFO -> "info";
      case CRITICAL -> "critical";
      case WARNING, UNKNOWN -> "warning";
    };
  }

  private static void addLink(ObjectNode event, URI page) {
    event.put("client_url", page.toString());
    event
        .putArray("links")
        .addObject()
        .put("href", page.toString())
        .put("text", "The call on the dashboard");
  }
}
