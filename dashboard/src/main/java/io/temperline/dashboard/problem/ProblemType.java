package io.temperline.dashboard.problem;

import java.util.Locale;

/** The kinds of problem that are the dashboard's own, beside those of HTTP itself. */
public enum ProblemType {
  SEARCH_UNUSABLE("That cannot be searched for"),
  RULES_UNUSABLE("The rule set cannot be used"),
  RULES_REFUSED("The rule set is refused"),
  NO_BACKTEST("There is no back-test"),
  COMMAND_REFUSED("That cannot be done with an alert"),
  UNKNOWN_ALERT("There is no such alert"),
  CLEARED_ALERT("The alert is cleared"),
  ERASURE_REFUSED("That cannot be erased"),
  UNKNOWN_CUSTOMER("There is no such customer"),
  NOT_LOGGED_IN("Not logged in"),
  NOT_ALLOWED("Not allowed"),
  NOT_FROM_THERE("Not from there"),
  TOO_MANY("Too many requests"),
  AUDIT_UNUSABLE("The audit cannot be asked that"),
  KAFKA_AWAY("Kafka or the schema registry does not serve");

  private final String title;

  ProblemType(String title) {
    this.title = title;
  }

  /** The same for all of its kind. */
  String title() {
    return title;
  }

  /** A name for programs; nothing is to be found there. */
  String uri() {
    return "urn:temperline:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
