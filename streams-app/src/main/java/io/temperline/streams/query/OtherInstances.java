package io.temperline.streams.query;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.apache.kafka.streams.state.HostInfo;

/** Passes questions on to the instance that has the answer. */
final class OtherInstances {

  /** Marks a question that was passed on: whoever gets it answers or says that it cannot. */
  static final String PASSED_ON = "Temperline-Passed-On";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(ANSWER_WITHIN).build();

  /**
   * @param path with the question's ids as they were encoded
   */
  Answer ask(HostInfo instance, String path) {
    String address = "http://%s:%d".formatted(instance.host(), instance.port());
    try {
      var answer =
          client.send(
              HttpRequest.newBuilder(URI.create(address + path))
                  .header(PASSED_ON, "true")
                  .timeout(ANSWER_WITHIN)
                  .build(),
              BodyHandlers.ofByteArray());
      return new Answer(answer.statusCode(), JSON.readTree(answer.body()));
    } catch (IOException e) {
      return Answer.notNow(
          "the instance at %s, which has this, does not answer: ask again in a few seconds"
              .formatted(address));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Answer.notNow("this instance is being stopped");
    }
  }
}
