package io.temperline.dashboard.login;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Answers whoever has too many streams open. */
@Singleton
final class TooManyStreams implements ExceptionHandler<TooManyStreamsException, HttpResponse<?>> {

  private static final Duration PAUSE = Duration.ofSeconds(10);

  @Override
  @SuppressWarnings("rawtypes") // as the interface has it
  public HttpResponse<?> handle(HttpRequest request, TooManyStreamsException error) {
    return TooMany.response((HttpRequest<?>) request, error.getMessage() + ", close a page", PAUSE);
  }
}
