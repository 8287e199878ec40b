package io.temperline.dashboard.problem;

import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.NotAcceptableException;
import io.micronaut.http.server.exceptions.NotAllowedException;
import io.micronaut.http.server.exceptions.UnsupportedMediaException;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.json.JsonSyntaxException;
import io.micronaut.web.router.exceptions.UnsatisfiedRouteException;
import java.net.URISyntaxException;
import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Says in a sentence for people what Micronaut found wrong with a request. */
final class HttpComplaint {

  /** So the JSON parser ends its messages. */
  private static final Pattern PLACE = Pattern.compile("line: (\\d+), column: (\\d+)");

  private HttpComplaint() {}

  static String about(ErrorContext error, HttpStatus status) {
    return error
        .getRootCause()
        .map(HttpComplaint::about)
        .filter(sentence -> !sentence.isEmpty())
        .orElseGet(() -> about(status));
  }

  private static String about(Throwable cause) {
    if (cause instanceof URISyntaxException) {
      return "the address is not encoded as a URL: write a % as %25 and a space as %20";
    }
    if (cause instanceof JsonSyntaxException) {
      return "the body is not JSON" + place(cause);
    }
    if (cause instanceof ConversionErrorException) {
      return "a value of the body is not of the type that is asked for" + place(cause);
    }
    if (cause instanceof UnsatisfiedRouteException) {
      return "the request has no body, or an empty one";
    }
    if (cause instanceof NotAllowedException method) {
      return "%s is not answered here: ask with %s"
          .formatted(method.getRequestMethod(), listed(method.getAllowedMethods()));
    }
    if (cause instanceof UnsupportedMediaException media) {
      return "a body that is %s is not taken here: send %s"
          .formatted(media.getContentType(), listed(media.getAcceptableContentTypes()));
    }
    if (cause instanceof NotAcceptableException media) {
      return "there is no answer that is %s: accept %s"
          .formatted(listed(media.getAcceptedTypes()), listed(media.getProduceableContentTypes()));
    }
    return "";
  }

  private static String about(HttpStatus status) {
    return switch (status) {
      case NOT_FOUND -> "nothing is known at this address";
      case REQUEST_ENTITY_TOO_LARGE -> "the request is larger than any that is taken";
      case INTERNAL_SERVER_ERROR -> "an unexpected failure: see the dashboard's log";
      default -> "the request cannot be met: " + status.getReason();
    };
  }

  private static String place(Throwable cause) {
    Matcher place = PLACE.matcher(String.valueOf(cause.getMessage()));
    return place.find()
        ? ": see its line %s, column %s".formatted(place.group(1), place.group(2))
        : "";
  }

  private static String listed(Collection<String> words) {
    return words.stream().sorted().collect(Collectors.joining(" or "));
  }
}
