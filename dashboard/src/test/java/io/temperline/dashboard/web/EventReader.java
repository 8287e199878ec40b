package io.temperline.dashboard.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Predicate;

/** Reads server-sent events as a browser would. */
public final class EventReader implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final ObjectMapper json = new ObjectMapper();
  private final BufferedReader lines;
  private String lastId = "";

  private EventReader(BufferedReader lines) {
    this.lines = lines;
  }

  /**
   * @param lastEventId where to go on; empty to begin
   */
  public static EventReader open(String url, String lastEventId) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
    if (!lastEventId.isEmpty()) {
      request.header("Last-Event-ID", lastEventId);
    }
    HttpResponse<InputStream> response =
        HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    return new EventReader(
        new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8)));
  }

  String lastId() {
    return lastId;
  }

  /** The data of the next event. */
  JsonNode next() throws IOException {
    String line = lines.readLine();
    while (line != null) {
      if (line.startsWith("id: ")) {
        lastId = line.substring(4);
      }
      if (line.startsWith("data: ")) {
        return json.readTree(line.substring(6));
      }
      line = lines.readLine();
    }
    throw new IOException("the stream ended");
  }

  /** The data of the first event that is as wanted; fails where none comes in time. */
  public JsonNode next(Predicate<JsonNode> wanted) throws IOException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    JsonNode event = next();
    while (!wanted.test(event)) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("no such event came; the last was " + event);
      }
      event = next();
    }
    return event;
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
