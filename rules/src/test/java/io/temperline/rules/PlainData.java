package io.temperline.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Writes records of plain values as JSON and reads them, knowing nothing of any one of them. */
final class PlainData {

  private static final ObjectMapper JSON = new ObjectMapper();

  private PlainData() {}

  static String write(Object value) {
    return tree(value).toString();
  }

  static Object read(String json) {
    try {
      return value(JSON.readTree(json));
    } catch (ReflectiveOperationException | java.io.IOException e) {
      throw new AssertionError(json, e);
    }
  }

  private static ObjectNode tree(Object value) {
    ObjectNode node = JSON.createObjectNode().put("type", value.getClass().getName());
    if (value instanceof Record record) {
      for (RecordComponent part : record.getClass().getRecordComponents()) {
        try {
          node.set(part.getName(), tree(part.getAccessor().invoke(record)));
        } catch (ReflectiveOperationException e) {
          throw new AssertionError(e);
        }
      }
    } else if (value instanceof Map<?, ?> map) {
      node.put("type", "map");
      map.forEach((key, entry) -> node.set("." + key, tree(entry)));
    } else if (value instanceof Optional<?> optional) {
      optional.ifPresent(v -> node.set("value", tree(v)));
    } else if (value instanceof OptionalDouble optional) {
      optional.ifPresent(v -> node.put("value", v));
    } else if (value instanceof Enum<?> constant) {
      node.put("value", constant.name());
    } else {
      node.put("value", value.toString());
    }
    return node;
  }

  private static Object value(JsonNode node) throws ReflectiveOperationException {
    String type = node.get("type").asText();
    String text = node.path("value").asText();
    return switch (type) {
      case "map" -> map(node);
      case "java.util.Optional" ->
          node.has("value") ? Optional.of(value(node.get("value"))) : Optional.empty();
      case "java.util.OptionalDouble" ->
          node.has("value")
              ? OptionalDouble.of(node.get("value").asDouble())
              : OptionalDouble.empty();
      case "java.lang.String" -> text;
      case "java.lang.Double" -> Double.valueOf(text);
      case "java.lang.Long" -> Long.valueOf(text);
      case "java.lang.Boolean" -> Boolean.valueOf(text);
      case "java.time.Duration" -> Duration.parse(text);
      case "java.time.Instant" -> Instant.parse(text);
      default -> recordOrConstant(Class.forName(type), node, text);
    };
  }

  private static Object recordOrConstant(Class<?> type, JsonNode node, String text)
      throws ReflectiveOperationException {
    if (type.isEnum()) {
      return type.getMethod("valueOf", String.class).invoke(null, text);
    }
    RecordComponent[] parts = type.getRecordComponents();
    Object[] values = new Object[parts.length];
    for (int i = 0; i < parts.length; i++) {
      values[i] = value(node.get(parts[i].getName()));
    }
    Class<?>[] types = Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
    return type.getDeclaredConstructor(types).newInstance(values);
  }

  private static Map<String, Object> map(JsonNode node) throws ReflectiveOperationException {
    Map<String, Object> map = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      if (entry.getKey().startsWith(".")) {
        map.put(entry.getKey().substring(1), value(entry.getValue()));
      }
    }
    return map;
  }
}
