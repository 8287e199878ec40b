package io.temperline.standalone.erasure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** What a compacted topic has of the keys that are to go. */
final class Leftovers implements AutoCloseable {

  private record Place(int partition, long offset, boolean isTombstone) {}

  private final WatchedTopic topic;

  /** Whether a value says something about whom it is to say nothing. */
  private final Predicate<byte[]> says;

  private final Map<String, Place> last = new HashMap<>();
  private final Set<String> saying = new TreeSet<>();

  Leftovers(WatchedTopic topic, Predicate<byte[]> says) {
    this.topic = topic;
    this.says = says;
  }

  boolean isThere() {
    return topic.isThere();
  }

  String topic() {
    return topic.name();
  }

  /** Takes the last record of each key, up to now. Of other keys only the key is kept in mind. */
  void look() {
    topic.readOn(
        (key, record) -> {
          last.put(key, new Place(record.partition(), record.offset(), record.value() == null));
          if (record.value() != null && says.test(record.value())) {
            saying.add(key);
          } else {
            saying.remove(key);
          }
        });
  }

  /** Those of the keys of which the topic still says something. */
  List<String> of(Set<String> keys) {
    return keys.stream().filter(saying::contains).toList();
  }

  /** Where the last word about a key is: a record without a value, or none. */
  String proof(String key) {
    Place place = last.get(key);
    return place == null
        ? "never was in it"
        : "%s at offset %d of partition %d"
            .formatted(
                place.isTombstone() ? "tombstone" : "nothing of it",
                place.offset(),
                place.partition());
  }

  boolean hasTombstone(String key) {
    return last.containsKey(key) && last.get(key).isTombstone();
  }

  @Override
  public void close() {
    topic.close();
  }
}
