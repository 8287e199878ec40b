package io.temperline.schemas;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;

/** Avro values as plain JSON: times in ISO 8601, enums as text, unions without a wrapping. */
public final class RecordJson {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private RecordJson() {}

  /**
   * @param value of a generated class, or a part of one; null gives JSON's null
   * @throws IllegalArgumentException for a type that our contracts do not use
   */
  public static JsonNode of(Object value) {
    if (value == null) {
      return JSON.nullNode();
    }
    if (value instanceof IndexedRecord fields) {
      return object(fields);
    }
    if (value instanceof Map<?, ?> map) {
      ObjectNode object = JSON.objectNode();
      map.forEach((key, entry) -> object.set(key.toString(), of(entry)));
      return object;
    }
    if (value instanceof Collection<?> items) {
      ArrayNode array = JSON.arrayNode(items.size());
      items.forEach(item -> array.add(of(item)));
      return array;
    }
    return scalar(value);
  }

  private static ObjectNode object(IndexedRecord fields) {
    ObjectNode object = JSON.objectNode();
    for (Schema.Field field : fields.getSchema().getFields()) {
      object.set(field.name(), of(fields.get(field.pos())));
    }
    return object;
  }

  private static JsonNode scalar(Object value) {
    if (value instanceof CharSequence || value instanceof Enum || value instanceof Instant) {
      return JSON.textNode(value.toString());
    }
    if (value instanceof Boolean flag) {
      return JSON.booleanNode(flag);
    }
    if (value instanceof Integer number) {
      return JSON.numberNode(number);
    }
    if (value instanceof Long number) {
      return JSON.numberNode(number);
    }
    if (value instanceof Float number) {
      return JSON.numberNode(number);
    }
    if (value instanceof Double number) {
      return JSON.numberNode(number);
    }
    throw new IllegalArgumentException("no JSON for a " + value.getClass().getSimpleName());
  }
}
