package io.temperline.rules;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A figure as an expression names it.
 *
 * @param key of a map's figure, where the expression asks for one entry
 */
record Reference(Figure figure, Optional<String> key) {

  /** Puts what the moment knows of it, each number or text of a map under a name of its own. */
  void putKnown(Moment moment, Map<String, Object> into) {
    Object value = moment.values().get(figure.word());
    if (value instanceof Map<?, ?> map) {
      putEntries(map, into);
    } else if (value != null) {
      into.put(figure.word(), value);
    }
  }

  private void putEntries(Map<?, ?> map, Map<String, Object> into) {
    Map<String, Object> entries = new TreeMap<>();
    map.forEach((name, value) -> entries.put((String) name, value));
    if (key.isPresent()) {
      entries.keySet().retainAll(key.stream().toList());
    }
    entries.forEach((name, value) -> into.put("%s[\"%s\"]".formatted(figure.word(), name), value));
  }
}
