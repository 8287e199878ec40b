package io.temperline.dashboard.floor;

import io.temperline.schemas.CallEvent;
import io.temperline.schemas.CallHistory;
import io.temperline.schemas.Direction;

/** Who talks in a call, and which way it went. What the gateway says goes before the history. */
final class Parties {

  private String customer;
  private String agent;
  private String queue;
  private String language;
  private String direction;

  void hear(CallEvent event) {
    customer = known(event.getCustomerId(), customer);
    agent = known(event.getAgentId(), agent);
    queue = known(event.getQueue(), queue);
    language = known(event.getLanguage(), language);
    direction = known(name(event.getDirection()), direction);
  }

  void hear(CallHistory history) {
    customer = known(customer, history.getCustomerId());
    agent = known(agent, history.getAgentId());
    queue = known(queue, history.getQueue());
    language = known(language, history.getLanguage());
    direction = known(direction, name(history.getDirection()));
  }

  void erase() {
    customer = null;
    agent = null;
    queue = null;
    language = null;
    direction = null;
  }

  String customer() {
    return customer;
  }

  String agent() {
    return agent;
  }

  String queue() {
    return queue;
  }

  String language() {
    return language;
  }

  /** INBOUND or OUTBOUND; null where not known. */
  String direction() {
    return direction;
  }

  private static String name(Direction direction) {
    return direction == Direction.UNKNOWN ? null : direction.name();
  }

  private static String known(String value, String otherwise) {
    return value != null ? value : otherwise;
  }
}
