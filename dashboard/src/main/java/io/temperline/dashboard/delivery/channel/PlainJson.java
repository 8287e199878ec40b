package io.temperline.dashboard.delivery.channel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/**
 * Avro records as the JSON that a web developer expects: every field under its own name, times in
 * ISO 8601, no wrapping of what may be absent. What a contract gains later comes along by itself.
 */
final class PlainJson {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private PlainJson() {}

  static ObjectNode of(SpecificRecord record) {
    ObjectNode object = JSON.objectNode();
    for (Schema.Field field : record.getSchema().getFields()) {
      object.set(field.name(), value(record.get(field.pos())));
    }
    return object;
  }

  private static JsonNode value(Object value) {
    if (value == null) {
      return JSON.nullNode();
    } else if (value instanceof SpecificRecord record) {
      return of(record);
    } else if (value instanceof Instant time) {
      return JSON.textNode(time.toString());
    } else if (value instanceof Boolean flag) {
      return JSON.booleanNode(flag);
    } else if (value instanceof Integer number) {
      return JSON.numberNode(number);
    } else if (value instanceof Long number) {
      return JSON.numberNode(number);
    } else if (value instanceof Float number) {
      return finite(number) ? JSON.numberNode(number) : JSON.nullNode();
    } else if (value instanceof Double number) {
      return finite(number) ? JSON.numberNode(number) : JSON.nullNode();
    } else if (value instanceof Map<?, ?> map) {
      return object(map);
    } else if (value instanceof Collection<?> list) {
      return array(list);
    }
    return JSON.textNode(value.toString()); // strings and the symbols of enums
  }

  /** JSON has no word for the others. */
  private static boolean finite(Number number) {
    return Double.isFinite(number.doubleValue());
  }

  private static ObjectNode object(Map<?, ?> map) {
    ObjectNode object = JSON.objectNode();
    map.forEach((name, value) -> object.set(name.toString(), value(value)));
    return object;
  }

  private static ArrayNode array(Collection<?> list) {
    ArrayNode array = JSON.arrayNode();
    list.forEach(value -> array.add(value(value)));
    return array;
  }
}
