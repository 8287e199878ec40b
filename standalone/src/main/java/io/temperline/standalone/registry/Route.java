package io.temperline.standalone.registry;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Requests of one form and what answers them.
 *
 * @param method the HTTP method
 * @param path the path's segments, {@code {}} for one that varies
 * @param action makes the answer, to be written as JSON
 */
record Route(String method, List<String> path, Action action) {

  private static final String VARIES = "{}";

  @FunctionalInterface
  interface Action {
    /**
     * @param variables the segments that stand where the path says {@code {}}
     * @param body the request's body, empty where it has none
     */
    Object answer(List<String> variables, String body) throws IOException, RestClientException;
  }

  static Route of(String method, String path, Action action) {
    return new Route(method, segments(path), action);
  }

  /** The segments of a path, those of "/" being none. */
  static List<String> segments(String path) {
    return List.of(path.split("/")).stream().filter(segment -> !segment.isEmpty()).toList();
  }

  /** The segments that vary, empty where this is not the route of such a request. */
  Optional<List<String>> match(String requestMethod, List<String> requestPath) {
    if (!method.equals(requestMethod) || path.size() != requestPath.size()) {
      return Optional.empty();
    }
    List<String> variables = new ArrayList<>();
    for (int i = 0; i < path.size(); i++) {
      if (path.get(i).equals(VARIES)) {
        variables.add(requestPath.get(i));
      } else if (!path.get(i).equals(requestPath.get(i))) {
        return Optional.empty();
      }
    }
    return Optional.of(variables);
  }
}
