package io.temperline.speech.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.time.Duration;
import java.util.Arrays;
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
    return ofAnyOther(e);
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

  private static String ofAnyOther(JsonProcessingException e) {
    String message = e.getOriginalMessage().lines().findFirst().orElse("unreadable");
    if (!(e instanceof JsonMappingException mapping)) {
      return "line %d: %s".formatted(e.getLocation().getLineNr(), message);
    }
    Matcher missing = MISSING.matcher(message);
    if (missing.matches()) {
      return path(mapping).endsWith(missing.group(1))
          ? path(mapping) + " is missing"
          : inside(mapping) + missing.group(1) + " is missing";
    }
    return mapping.getPath().isEmpty() ? message : path(mapping) + ": " + message;
  }

  private static String accepted(Class<?> type) {
    if (type.isEnum()) {
      return Arrays.stream(type.getEnumConstants())
          .map(Object::toString)
          .collect(Collectors.joining(" or "));
    }
    return type == Duration.class
        ? "a duration such as PT3S"
        : "a value of " + type.getSimpleName();
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
