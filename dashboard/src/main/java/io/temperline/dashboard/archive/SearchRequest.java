package io.temperline.dashboard.archive;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.annotation.QueryValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A search as a request's query has it: times are ISO 8601 or epoch ms, an empty text asks for
 * nothing.
 *
 * @param sort a column, with a minus before it for the largest first
 */
@Introspected
record SearchRequest(
    @Nullable @QueryValue String from,
    @Nullable @QueryValue String to,
    @Nullable @QueryValue String text,
    @Nullable @QueryValue String agent,
    @Nullable @QueryValue String queue,
    @Nullable @QueryValue String emotion,
    @Nullable @QueryValue String alert,
    @QueryValue(defaultValue = "-started") String sort) {

  SearchRequest {
    from = Objects.requireNonNullElse(from, "");
    to = Objects.requireNonNullElse(to, "");
    text = Objects.requireNonNullElse(text, "");
    agent = Objects.requireNonNullElse(agent, "");
    queue = Objects.requireNonNullElse(queue, "");
    emotion = Objects.requireNonNullElse(emotion, "");
    alert = Objects.requireNonNullElse(alert, "");
  }

  /**
   * @throws UnusableSearchException where it asks for what there is not
   */
  Search search() {
    return new Search(
        Times.parse("from", from, Long.MIN_VALUE),
        Times.parse("to", to, Long.MAX_VALUE),
        text.strip(),
        agent.strip(),
        queue,
        emotion,
        alert,
        Search.orderOf(sort));
  }

  /** The fields that ask for something, without what they ask for: that may be a customer. */
  String fieldsInWords() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("from", from);
    fields.put("to", to);
    fields.put("text", text);
    fields.put("agent", agent);
    fields.put("queue", queue);
    fields.put("emotion", emotion);
    fields.put("alert", alert);
    fields.values().removeIf(String::isBlank);
    return fields.isEmpty() ? "nothing, so all" : String.join(", ", fields.keySet());
  }
}
