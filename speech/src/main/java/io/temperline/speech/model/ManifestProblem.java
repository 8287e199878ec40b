package io.temperline.speech.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What is wrong with a manifest, in words for who wrote it. */
final class ManifestProblem {

  private static final Pattern MISSING =
      Pattern.compile("(?:Missing|Missing required|Null value for) creator property '(\\w+)'.*");
  private static final Pattern KNOWN_TYPES = Pattern.compile("known type ids = \\[(.*?)]");

  private ManifestProblem() {}

  /** One line without the manifest's name. */
  static String of(JsonProcessingException e) {
    if (e instanceof UnrecognizedPropertyException unknown) {
      return "%s is no field; there are %s"
          .formatted(
              path(unknown),
              unknown.getKnownPropertyIds().stream()
                  .map(Object::toString)
                  .sorted()
                  .collect(Collectors.joining(", ")));
    }
    if (e instanceof InvalidTypeIdException unknown) {
      return ofType(unknown);
    }
    if (e instanceof InvalidFormatException wrong) {
      return "%s is '%s'; it takes %s"
          .formatted(path(wrong), wrong.getValue(), accepted(wrong.getTargetType()));
    }
    if (e instanceof ValueInstantiationException refused && refused.getCause() != null) {
      return inside(refused) + refused.getCause().getMessage();
    }
    return e instanceof JsonMappingException mapping ? ofAnyOther(mapping) : ofSyntax(e);
  }

  /** The parser's own words are for those who know how it works. */
  private static String ofSyntax(JsonProcessingException e) {
    return "it is not JSON: see its line %d, column %d"
        .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
  }

  private static String ofType(InvalidTypeIdException unknown) {
    if (unknown.getTypeId() == null) {
      return path(unknown) + ".type is missing";
    }
    Matcher known = KNOWN_TYPES.matcher(unknown.getOriginalMessage());
    return "%s.type is '%s'; it takes %s"
        .formatted(
            path(unknown),
            unknown.getTypeId(),
            known.find() ? known.group(1).replace(", ", " or ") : "another");
  }

  private static String ofAnyOther(JsonMappingException mapping) {
    String message = mapping.getOriginalMessage().lines().findFirst().orElse("unreadable");
    Matcher missing = MISSING.matcher(message);
    if (missing.matches()) {
      return path(mapping).endsWith(missing.group(1))
          ? path(mapping) + " is missing"
          : inside(mapping) + missing.group(1) + " is missing";
    }
    if (mapping instanceof MismatchedInputException other
        && other.getTargetType() != null
        && !other.getPath().isEmpty()) {
      return "%s is of another type; it takes %s"
          .formatted(path(other), accepted(other.getTargetType()));
    }
    return inside(mapping) + message;
  }

  private static String accepted(Class<?> type) {
    if (type.isEnum()) {
      return Arrays.stream(type.getEnumConstants())
          .map(Object::toString)
          .collect(Collectors.joining(" or "));
    }
    if (type == Duration.class) {
      return "a duration such as PT3S";
    }
    if (type == String.class) {
      return "text";
    }
    if (type == boolean.class) {
      return "true or false";
    }
    if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
      return "a number";
    }
    return Collection.class.isAssignableFrom(type) || type.isArray() ? "a list" : "an object";
  }

  private static String inside(JsonMappingException e) {
    return e.getPath().isEmpty() ? "" : path(e) + ": ";
  }

  /** As {@code network.input} or {@code labels[2]}. */
  private static String path(JsonMappingException e) {
    return e.getPath().stream()
        .map(
            step ->
                step.getFieldName() == null
                    ? "[" + step.getIndex() + "]"
                    : "." + step.getFieldName())
        .collect(Collectors.joining())
        .replaceFirst("^\\.", "");
  }
}
