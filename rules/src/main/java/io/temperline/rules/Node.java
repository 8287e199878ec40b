package io.temperline.rules;

import java.util.List;
import java.util.Map;

/** A piece of a YAML file that knows where it stands. */
sealed interface Node {

  Place place();

  /** What to call it when something else was wanted. */
  String kind();

  record Scalar(Place place, Text text, boolean isNumber) implements Node {

    /** Of what is quoted of it, in characters. */
    private static final int LONGEST = 80;

    String value() {
      return text.value();
    }

    @Override
    public String kind() {
      String value = value();
      return value.length() <= LONGEST
          ? "'%s'".formatted(value)
          : "'%s...'".formatted(value.substring(0, LONGEST));
    }
  }

  record Listing(Place place, List<Node> items) implements Node {

    @Override
    public String kind() {
      return "a list";
    }
  }

  /** Its entries are in the order of the file. */
  record Mapping(Place place, Map<String, Entry> entries) implements Node {

    @Override
    public String kind() {
      return "a block of keys";
    }
  }

  /** Nothing follows the key. */
  record Nothing(Place place) implements Node {

    @Override
    public String kind() {
      return "nothing";
    }
  }

  record Entry(Place key, Node value) {}
}
