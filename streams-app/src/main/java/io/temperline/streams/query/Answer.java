package io.temperline.streams.query;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netty.handler.codec.http.HttpResponseStatus;

/**
 * What a question gets for an answer.
 *
 * @param json from status 400 on a problem after RFC 9457
 */
record Answer(int status, JsonNode json) {

  static Answer of(JsonNode json) {
    return new Answer(200, json);
  }

  /** There is nothing of that name. */
  static Answer unknown(String why) {
    return problem(404, why);
  }

  /** The answer is not to be had now, and may be later. */
  static Answer notNow(String why) {
    return problem(503, why);
  }

  static Answer problem(int status, String why) {
    ObjectNode problem =
        JsonNodeFactory.instance
            .objectNode()
            .put("type", "about:blank")
            .put("title", HttpResponseStatus.valueOf(status).reasonPhrase())
            .put("status", status)
            .put("detail", why);
    return new Answer(status, problem);
  }

  /** The same answer; a problem says at which path it came up. */
  Answer at(String path) {
    return isProblem() && json instanceof ObjectNode problem
        ? new Answer(status, problem.deepCopy().put("instance", path))
        : this;
  }

  String mediaType() {
    return isProblem() ? "application/problem+json" : "application/json";
  }

  byte[] bytes() {
    return json.toString().getBytes(UTF_8);
  }

  private boolean isProblem() {
    return status >= 400;
  }
}
