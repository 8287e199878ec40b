package io.temperline.standalone.operations;

/** Who takes part, each under a name of its own with the broker. */
enum Role {
  OPERATOR("temperline-operator", "who runs ./temperline topics --create"),
  STREAMS("temperline-streams", "the streams application"),
  GATEWAY("temperline-gateway", "a telephony gateway, or the replayer"),
  DASHBOARD("temperline-dashboard", "the dashboard, which also delivers alerts"),
  CRM(
      "crm",
      "a reader of the histories, in a group of its own, as ./temperline export without one"),
  ERASER("temperline-eraser", "who runs ./temperline erase");

  private final String principal;
  private final String description;

  Role(String principal, String description) {
    this.principal = "User:" + principal;
    this.description = description;
  }

  /** Its name with the broker, where it is given no other. */
  String principal() {
    return principal;
  }

  String description() {
    return description;
  }
}
