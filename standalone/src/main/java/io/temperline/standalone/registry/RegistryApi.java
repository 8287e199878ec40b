package io.temperline.standalone.registry;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The part of Confluent's REST interface that serializers, other clients and people at a shell use.
 */
final class RegistryApi implements HttpHandler {

  private static final Logger LOG = LoggerFactory.getLogger(RegistryApi.class);
  private static final String CONTENT_TYPE = "application/vnd.schemaregistry.v1+json";
  private static final int SERVER_ERROR = 500;
  private static final int STORE_ERROR_CODE = 50001;

  private record Problem(@JsonProperty("error_code") int errorCode, String message) {}

  private final ObjectMapper json = new ObjectMapper();
  private final SchemaStore store;
  private final List<Route> routes;

  RegistryApi(SchemaStore store) {
    this.store = store;
    this.routes =
        List.of(
            Route.of("GET", "/", (path, body) -> Map.of()),
            Route.of("GET", "/schemas/types", (path, body) -> List.of("AVRO")),
            Route.of("GET", "/schemas/ids/{}", (path, body) -> schema(path.get(0))),
            Route.of("GET", "/subjects", (path, body) -> store.subjects()),
            Route.of("POST", "/subjects/{}", (path, body) -> find(path.get(0), body)),
            Route.of("GET", "/subjects/{}/versions", (path, body) -> store.versions(path.get(0))),
            Route.of("POST", "/subjects/{}/versions", (path, body) -> register(path.get(0), body)),
            Route.of(
                "GET",
                "/subjects/{}/versions/{}",
                (path, body) -> store.version(path.get(0), path.get(1))),
            Route.of("GET", "/config", (path, body) -> level(SchemaStore.GLOBAL)),
            Route.of("PUT", "/config", (path, body) -> chooseLevel(SchemaStore.GLOBAL, body)),
            Route.of("GET", "/config/{}", (path, body) -> level(path.get(0))),
            Route.of("PUT", "/config/{}", (path, body) -> chooseLevel(path.get(0), body)));
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      int status = 200;
      Object answer;
      try {
        answer = answer(exchange);
      } catch (RestClientException e) {
        status = e.getStatus();
        answer = new Problem(e.getErrorCode(), withoutCode(e));
      } catch (IOException | RuntimeException e) {
        LOG.warn("The registry failed at {}", exchange.getRequestURI(), e);
        status = SERVER_ERROR;
        answer =
            new Problem(STORE_ERROR_CODE, "Error in the backend data store: " + e.getMessage());
      }
      byte[] bytes = json.writeValueAsBytes(answer);
      exchange.getResponseHeaders().set("Content-Type", CONTENT_TYPE);
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private Object answer(HttpExchange exchange) throws IOException, RestClientException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String method = exchange.getRequestMethod();
    List<String> path =
        Route.segments(exchange.getRequestURI().getRawPath()).stream()
            .map(RegistryApi::decode)
            .toList();
    for (Route route : routes) {
      Optional<List<String>> variables = route.match(method, path);
      if (variables.isPresent()) {
        return route.action().answer(variables.get(), body);
      }
    }
    throw Refusals.noSuchResource(method + " " + exchange.getRequestURI().getPath());
  }

  private Object schema(String id) throws IOException, RestClientException {
    try {
      return Map.of("schema", store.schema(Integer.parseInt(id)));
    } catch (NumberFormatException e) {
      throw Refusals.schemaNotFound(" " + id);
    }
  }

  private Object find(String subject, String body) throws IOException, RestClientException {
    return store.find(subject, schemaIn(body));
  }

  private Object register(String subject, String body) throws IOException, RestClientException {
    return Map.of("id", store.register(subject, schemaIn(body)));
  }

  private Object level(String subject) throws IOException, RestClientException {
    return Map.of("compatibilityLevel", store.level(subject));
  }

  private Object chooseLevel(String subject, String body) throws IOException, RestClientException {
    String level = parse(body).path("compatibility").asText();
    store.chooseLevel(subject, level);
    return Map.of("compatibility", level);
  }

  private String schemaIn(String body) throws RestClientException {
    JsonNode request = parse(body);
    String type = request.path("schemaType").asText("AVRO");
    if (!type.equals("AVRO")) {
      throw Refusals.invalidSchema("its type is %s, this registry keeps AVRO".formatted(type));
    }
    if (!request.path("references").isEmpty()) {
      throw Refusals.invalidSchema("this registry keeps no references to other schemas");
    }
    return request.path("schema").asText();
  }

  private JsonNode parse(String body) throws RestClientException {
    try {
      return json.readTree(body);
    } catch (JsonProcessingException e) {
      throw Refusals.unreadableBody(e.getOriginalMessage());
    }
  }

  /** The message as it was made: the exception adds the code, which has a field of its own. */
  private static String withoutCode(RestClientException e) {
    return e.getMessage().replaceFirst("; error code: \\d+$", "");
  }

  /** A plus sign stands for itself in a path, unlike in a form. */
  private static String decode(String segment) {
    return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
