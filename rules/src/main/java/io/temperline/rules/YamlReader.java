package io.temperline.rules;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads YAML, keeping where everything stands. */
final class YamlReader {

  private static final int DEEPEST = 20;

  private final String file;
  private final Problems problems;
  private YAMLParser parser;

  YamlReader(String file, Problems problems) {
    this.file = file;
    this.problems = problems;
  }

  /** The file's one document; empty, with a problem, where there is none. */
  Optional<Node> read() {
    try (YAMLParser opened = new YAMLFactory().createParser(file)) {
      parser = opened;
      if (parser.nextToken() == null) {
        problems.add(Place.BEGINNING, "the file is empty; it needs version and rules");
        return Optional.empty();
      }
      Node document = node(0);
      if (parser.nextToken() != null) {
        problems.add(here(), "a second document begins here; put each rule set in its own file");
      }
      return Optional.of(document);
    } catch (TooDeepException e) {
      problems.add(here(), "blocks within blocks more than %d deep; rules need fewer", DEEPEST);
    } catch (JsonProcessingException e) {
      problems.add(
          place(e.getLocation()), "not YAML: %s; mend this line or the one before it", reason(e));
    } catch (IOException e) {
      problems.add(Place.BEGINNING, "cannot be read: %s", e.getMessage());
    }
    return Optional.empty();
  }

  private Node node(int depth) throws IOException {
    if (depth > DEEPEST) {
      throw new TooDeepException();
    }
    return switch (parser.currentToken()) {
      case START_OBJECT -> mapping(depth);
      case START_ARRAY -> listing(depth);
      case VALUE_NULL -> new Node.Nothing(here());
      default -> scalar();
    };
  }

  private Node mapping(int depth) throws IOException {
    Place place = here();
    Map<String, Node.Entry> entries = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      Place keyPlace = here();
      parser.nextToken();
      Node value = node(depth + 1);
      if (entries.putIfAbsent(key, new Node.Entry(keyPlace, value)) != null) {
        problems.add(keyPlace, "'%s' is given twice; keep one of them", key);
      }
    }
    return new Node.Mapping(place, entries);
  }

  private Node listing(int depth) throws IOException {
    Place place = here();
    List<Node> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(node(depth + 1));
    }
    return new Node.Listing(place, items);
  }

  private Node scalar() throws IOException {
    if (parser.isCurrentAlias()) {
      problems.add(here(), "'*%s' is a YAML alias; write the value itself", parser.getText());
    }
    Text text = Text.of(file, index(parser.currentTokenLocation()), parser.getText());
    return new Node.Scalar(here(), text, parser.currentToken().isNumeric());
  }

  private Place here() {
    return place(parser.currentTokenLocation());
  }

  private static Place place(JsonLocation location) {
    return location == null
        ? Place.BEGINNING
        : new Place(Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
  }

  /** The parser counts code points. */
  private int index(JsonLocation location) {
    int codePoints = (int) Math.max(0, location.getCharOffset());
    return file.offsetByCodePoints(0, Math.min(codePoints, file.codePointCount(0, file.length())));
  }

  /** What the parser says, without the lines that quote the file. */
  private static String reason(JsonProcessingException e) {
    return e.getOriginalMessage()
        .lines()
        .filter(line -> !line.startsWith(" "))
        .collect(Collectors.joining(", "));
  }

  private static final class TooDeepException extends IOException {}
}
