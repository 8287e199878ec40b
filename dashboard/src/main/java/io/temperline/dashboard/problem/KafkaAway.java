package io.temperline.dashboard.problem;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;

/** Says that broker or registry could not do what was asked for. */
@Singleton
final class KafkaAway implements ExceptionHandler<KafkaException, HttpResponse<ProblemDetails>> {

  @Override
  @SuppressWarnings("rawtypes") // as the interface has it
  public HttpResponse<ProblemDetails> handle(HttpRequest request, KafkaException error) {
    return ProblemDetails.response(
        request, HttpStatus.SERVICE_UNAVAILABLE, ProblemType.KAFKA_AWAY, why(error));
  }

  private static String why(Throwable error) {
    Throwable innermost =
        Stream.iterate(error, cause -> cause != null, Throwable::getCause)
            .reduce((outer, inner) -> inner)
            .orElse(error);
    return String.valueOf(innermost.getMessage()).lines().findFirst().orElse(innermost.toString());
  }
}
