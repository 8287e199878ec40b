package io.temperline.dashboard.delivery.channel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** What is posted: a body and the headers that go with it. */
record Letter(byte[] body, Map<String, String> headers) {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** Makes a letter of a notice; called anew at each attempt. */
  @FunctionalInterface
  interface Shape {
    Letter of(Notice notice);
  }

  Letter {
    headers = Map.copyOf(headers);
  }

  static Letter json(Notice notice, ObjectNode content) {
    return new Letter(
        bytes(content),
        Map.of("Content-Type", "application/json", "Idempotency-Key", notice.key()));
  }

  static byte[] bytes(ObjectNode content) {
    try {
      return MAPPER.writeValueAsBytes(content);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of plain values can always be written", e);
    }
  }
}
