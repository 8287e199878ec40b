package io.temperline.streams.query;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** What a question gets for an answer. */
record Answer(int status, byte[] json) {

  static Answer of(JsonNode json) {
    return new Answer(200, json.toString().getBytes(UTF_8));
  }

  /** There is nothing of that name. */
  static Answer unknown(String why) {
    return error(404, why);
  }

  /** The answer is not to be had now, and may be later. */
  static Answer notNow(String why) {
    return error(503, why);
  }

  static Answer error(int status, String why) {
    JsonNode json = JsonNodeFactory.instance.objectNode().put("error", why);
    return new Answer(status, of(json).json());
  }
}
