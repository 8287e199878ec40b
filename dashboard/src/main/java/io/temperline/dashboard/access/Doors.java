package io.temperline.dashboard.access;

import static io.temperline.dashboard.access.Doors.Key.LOGIN;
import static io.temperline.dashboard.access.Doors.Key.METRICS;
import static io.temperline.dashboard.access.Doors.Key.NONE;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What each route asks of whoever comes. A route that is not here is closed to everybody, unless
 * the dashboard is open.
 */
final class Doors {

  /** What opens a door. */
  sealed interface Key permits Key.Special, Key.Needs {

    Key NONE = Special.NONE;
    Key LOGIN = Special.LOGIN;
    Key METRICS = Special.METRICS;

    /** NONE lets everybody in, LOGIN whoever has logged in, METRICS whom the settings say. */
    enum Special implements Key {
      NONE,
      LOGIN,
      METRICS
    }

    /** Whoever has the permission. */
    record Needs(Permission permission) implements Key {}
  }

  private static final Map<String, Key> KEYS = new HashMap<>();

  static {
    open(NONE, "GET /login", "GET /api/login", "POST /login", "GET /health");
    open(NONE, "GET /oauth/login/oidc", "GET /oauth/callback/oidc", "POST /oauth/callback/oidc");
    open(METRICS, "GET /prometheus");
    open(LOGIN, "POST /logout", "GET /api/me", "GET /api/openapi.yaml");
    open(needs(Permission.SEE_CALLS), "GET /", "GET /calls/{id}", "GET /history", "GET /queues");
    open(needs(Permission.SEE_CALLS), "GET /api/history", "GET /api/history.csv");
    open(needs(Permission.SEE_CALLS), "GET /api/queues");
    open(needs(Permission.SEE_CALLS), "GET /status", "GET /api/status");
    open(needs(Permission.SEE_CALLS), "GET /try", "GET /api/try");
    open(needs(Permission.SEE_CALLS), "GET /api/calls", "GET /api/calls/{id}");
    open(needs(Permission.SEE_CALLS), "GET /api/calls/{id}/windows.csv");
    open(needs(Permission.SEE_CALLS), "GET /api/escalations");
    open(needs(Permission.SEE_CALLS), "GET /api/events", "GET /api/calls/{id}/events");
    open(
        needs(Permission.ACT_ON_ALERTS),
        "POST /api/escalations/acknowledge",
        "POST /api/escalations/snooze",
        "POST /api/escalations/judge",
        "POST /api/escalations/note");
    open(needs(Permission.SEE_RULES), "GET /rules", "GET /api/rules", "GET /api/rules/{version}");
    open(
        needs(Permission.CHANGE_RULES),
        "POST /api/rules/validate",
        "POST /api/rules/backtest",
        "DELETE /api/rules/backtest/{name}",
        "PUT /api/rules/{version}",
        "DELETE /api/rules/{version}");
    open(needs(Permission.ERASE), "POST /api/customers/erase");
    open(needs(Permission.READ_AUDIT), "GET /audit", "GET /api/audit");
  }

  private Doors() {}

  /**
   * @param method of HTTP
   * @param template of the route's address
   */
  static Optional<Key> keyOf(String method, String template) {
    String route = (method.equals("HEAD") ? "GET" : method) + " " + template;
    return Optional.ofNullable(KEYS.get(route));
  }

  private static Key needs(Permission permission) {
    return new Key.Needs(permission);
  }

  private static void open(Key key, String... routes) {
    for (String route : routes) {
      KEYS.put(route, key);
    }
  }
}
