package io.temperline.dashboard.delivery.channel;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/** A CloudEvent 1.0 in structured mode, signed. */
final class CloudEventShape implements Letter.Shape {

  private final StandardSignature signature;
  private final URI source;
  private final Clock clock;

  /**
   * @param source which installation the events come from
   */
  CloudEventShape(StandardSignature signature, URI source, Clock clock) {
    this.signature = signature;
    this.source = source;
    this.clock = clock;
  }

  @Override
  public Letter of(Notice notice) {
    byte[] body = Letter.bytes(event(notice));
    String id = notice.key();
    Instant sentAt = clock.instant();
    return new Letter(
        body,
        Map.of(
            "Content-Type",
            "application/cloudevents+json; charset=utf-8",
            "Idempotency-Key",
            id,
            "webhook-id",
            id,
            "webhook-timestamp",
            Long.toString(sentAt.getEpochSecond()),
            "webhook-signature",
            signature.of(id, sentAt, body)));
  }

  private ObjectNode event(Notice notice) {
    String status = notice.alert().getStatus().name().toLowerCase(Locale.ROOT);
    ObjectNode event =
        JsonNodeFactory.instance
            .objectNode()
            .put("specversion", "1.0")
            .put("id", notice.key())
            .put("source", source.toString())
            .put("type", "io.temperline.escalation." + status)
            .put("subject", notice.alert().getEscalationId())
            .put("time", notice.alert().getAt().toString())
            .put("datacontenttype", "application/json");
    event.set("data", PlainJson.of(notice.alert()));
    return event;
  }
}
