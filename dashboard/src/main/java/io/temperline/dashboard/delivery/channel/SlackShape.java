package io.temperline.dashboard.delivery.channel;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A message for an incoming webhook of Slack, and of those that take the same, such as Mattermost
 * and Rocket.Chat: a text, and blocks for who shows them.
 */
final class SlackShape implements Letter.Shape {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** Slack's limits, in characters, with room for what escaping adds. */
  private static final int LONGEST_HEADER = 150;

  private static final int LONGEST_TEXT = 500;
  private static final int LONGEST_FACT = 150;
  private static final int MOST_FACTS = 10;

  @Override
  public Letter of(Notice notice) {
    Wording wording = new Wording(notice);
    String link = notice.page().map(page -> "\n<%s|Open the call>".formatted(page)).orElse("");
    String summary = escaped(Wording.shortened(wording.summary(), LONGEST_TEXT));

    ObjectNode message = JSON.objectNode();
    message.put(
        "text",
        "*%s*\n%s%s"
            .formatted(
                escaped(Wording.shortened(wording.headline(), LONGEST_TEXT)), summary, link));
    ArrayNode blocks = message.putArray("blocks");
    blocks.add(header(Wording.shortened(wording.headline(), LONGEST_HEADER)));
    blocks.add(section(summary + link));
    String facts = facts(wording.facts());
    if (!facts.isEmpty()) {
      blocks.add(section(facts));
    }
    return Letter.json(notice, message);
  }

  /** A plain text, in which nothing is escaped. */
  private static ObjectNode header(String text) {
    ObjectNode header = JSON.objectNode().put("type", "header");
    header.putObject("text").put("type", "plain_text").put("text", text).put("emoji", false);
    return header;
  }

  private static ObjectNode section(String text) {
    ObjectNode section = JSON.objectNode().put("type", "section");
    section.putObject("text").put("type", "mrkdwn").put("text", text);
    return section;
  }

  private static String facts(Map<String, String> facts) {
    return facts.entrySet().stream()
        .limit(MOST_FACTS)
        .map(
            fact ->
                "*%s*: %s"
                    .formatted(shortAndEscaped(fact.getKey()), shortAndEscaped(fact.getValue())))
        .collect(Collectors.joining("\n"));
  }

  private static String shortAndEscaped(String text) {
    return escaped(Wording.shortened(text, LONGEST_FACT));
  }

  /**
   * The three characters that Slack gives a meaning to: with them one could call a whole channel.
   */
  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
