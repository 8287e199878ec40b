package io.temperline.dashboard.problem;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.core.io.ResourceResolver;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;

/** What a browser is shown in the place of a page that it cannot have. */
@Singleton
public final class ProblemPage {

  private static final String FILE = "classpath:static/problem.html";
  private static final String STATUS = "{status}";

  private final String html;

  ProblemPage(ResourceResolver resources) throws IOException {
    try (InputStream file = resources.getResourceAsStream(FILE).orElseThrow()) {
      html = new String(file.readAllBytes(), UTF_8);
    }
  }

  /** Whether a browser asked for a page. What is under {@code /api} is for programs alone. */
  public static boolean isWanted(HttpRequest<?> request) {
    return !request.getPath().equals("/api")
        && !request.getPath().startsWith("/api/")
        && request.accept().contains(MediaType.TEXT_HTML_TYPE);
  }

  /**
   * @param status which the page puts into words
   */
  public MutableHttpResponse<?> in(MutableHttpResponse<?> response, HttpStatus status) {
    String page = html.replace(STATUS, String.valueOf(status.getCode()));
    return response.status(status).body(page).contentType(MediaType.TEXT_HTML_TYPE);
  }
}
