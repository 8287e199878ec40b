package io.temperline.dashboard.delivery.channel;

import io.temperline.dashboard.delivery.channel.Answer.Kind;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Posts letters to an address. */
final class HttpChannel implements Channel {

  private static final Set<Integer> FOR_NOW = Set.of(408, 425, 429);

  /** The address or the secret is not good, or no longer: that is so for every letter. */
  private static final Set<Integer> FOR_ALL = Set.of(401, 403, 404, 410);

  private static final int LONGEST_DETAIL = 200;

  private final HttpClient client;
  private final URI uri;
  private final Duration timeout;
  private final Letter.Shape shape;
  private final List<Secret> secrets;
  private final Clock clock;

  /**
   * @param uri may hold a secret in its path or query
   * @param timeout of a whole attempt, the answer's body included
   * @param secrets what is never repeated of an answer, beside the address
   */
  HttpChannel(
      HttpClient client,
      URI uri,
      Duration timeout,
      Letter.Shape shape,
      List<Secret> secrets,
      Clock clock) {
    this.client = client;
    this.uri = uri;
    this.timeout = timeout;
    this.shape = shape;
    this.secrets = Stream.concat(secrets.stream(), inAddress(uri)).toList();
    this.clock = clock;
  }

  private static Stream<Secret> inAddress(URI uri) {
    return Stream.of(uri.getRawPath(), uri.getRawQuery())
        .filter(part -> part != null && part.length() > 1)
        .map(Secret::new);
  }

  @Override
  public String address() {
    return uri.getScheme() + "://" + uri.getAuthority();
  }

  @Override
  public Answer deliver(Notice notice) throws InterruptedException {
    CompletableFuture<HttpResponse<String>> sent =
        client.sendAsync(request(shape.of(notice)), answer -> new BeginningOfBody());
    try {
      return answer(sent.get(timeout.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      return Answer.tryLater("no answer within %d ms".formatted(timeout.toMillis()));
    } catch (ExecutionException e) {
      return Answer.tryLater(failure(e.getCause()));
    } finally {
      sent.cancel(true); // or a connection that hangs is kept
    }
  }

  private HttpRequest request(Letter letter) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri)
            .header("User-Agent", "Temperline")
            .POST(HttpRequest.BodyPublishers.ofByteArray(letter.body()));
    letter.headers().forEach(request::header);
    return request.build();
  }

  private Answer answer(HttpResponse<String> response) {
    int status = response.statusCode();
    String detail = "answered %d%s".formatted(status, words(response.body()));
    if (status >= 200 && status < 300) {
      return Answer.accepted(detail);
    }
    if (status >= 500 || FOR_NOW.contains(status)) {
      return new Answer(Kind.TRY_LATER, detail, retryAfter(response));
    }
    return status < 400 || FOR_ALL.contains(status)
        ? Answer.turnedAway(detail)
        : Answer.refused(detail);
  }

  private Optional<Duration> retryAfter(HttpResponse<?> response) {
    return response
        .headers()
        .firstValue("Retry-After")
        .flatMap(value -> RetryAfter.read(value, clock.instant()));
  }

  private String words(String body) {
    String line = withoutSecrets(body.replaceAll("[\\s\\p{Cntrl}]+", " ").strip());
    return line.isEmpty() ? "" : ": " + Wording.shortened(line, LONGEST_DETAIL);
  }

  /** An answer may repeat what was sent. */
  private String withoutSecrets(String line) {
    String clean = line;
    for (Secret secret : secrets) {
      clean = clean.replace(secret.reveal(), secret.toString());
    }
    return clean;
  }

  private String failure(Throwable cause) {
    String kind = cause.getClass().getSimpleName();
    boolean isSaid = cause instanceof IOException && cause.getMessage() != null;
    return "no answer: %s"
        .formatted(isSaid ? withoutSecrets(cause.getMessage()) + " (" + kind + ")" : kind);
  }
}
