package io.temperline.rules;

import dev.cel.common.types.CelType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import java.time.Duration;
import java.util.Map;

/** What kind of value a figure has: its type in expressions and in Java. */
public enum FigureType {
  /** A {@link Double}. */
  NUMBER("double", SimpleType.DOUBLE, Double.class),
  /** A {@link Long}. */
  COUNT("int", SimpleType.INT, Long.class),
  /** A {@link Boolean}. */
  FLAG("bool", SimpleType.BOOL, Boolean.class),
  /** A {@link Duration}. */
  SPAN("duration", SimpleType.DURATION, Duration.class),
  /** A {@link String}. */
  TEXT("string", SimpleType.STRING, String.class),
  /** A {@link Map} from String to Double. */
  NUMBERS(
      "map(string, double)", MapType.create(SimpleType.STRING, SimpleType.DOUBLE), Double.class),
  /** A {@link Map} from String to String. */
  TEXTS("map(string, string)", MapType.create(SimpleType.STRING, SimpleType.STRING), String.class);

  private final String inRules;
  private final CelType celType;
  private final Class<?> javaType;

  FigureType(String inRules, CelType celType, Class<?> javaType) {
    this.inRules = inRules;
    this.celType = celType;
    this.javaType = javaType;
  }

  /** The type as expressions call it. */
  public String inRules() {
    return inRules;
  }

  CelType celType() {
    return celType;
  }

  boolean isMap() {
    return this == NUMBERS || this == TEXTS;
  }

  boolean admits(Object value) {
    if (!isMap()) {
      return javaType.isInstance(value);
    }
    return value instanceof Map<?, ?> map
        && map.keySet().stream().allMatch(String.class::isInstance)
        && map.values().stream().allMatch(javaType::isInstance);
  }
}
