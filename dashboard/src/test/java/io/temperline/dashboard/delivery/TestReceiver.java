package io.temperline.dashboard.delivery;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A real HTTP server that answers as it is told, with 200 where it is told nothing. */
public final class TestReceiver implements AutoCloseable {

  /** What came in. */
  public record Request(String path, Map<String, List<String>> headers, byte[] body) {

    public String header(String name) {
      return headers.entrySet().stream()
          .filter(header -> header.getKey().equalsIgnoreCase(name))
          .map(header -> header.getValue().get(0))
          .findFirst()
          .orElseThrow(() -> new AssertionError("no header " + name));
    }

    public String text() {
      return new String(body, StandardCharsets.UTF_8);
    }
  }

  /** How a request is answered. */
  @FunctionalInterface
  public interface Reply {
    void to(HttpExchange exchange) throws IOException;
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final Queue<Reply> replies = new ArrayDeque<>();

  private TestReceiver(int port) {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  public static TestReceiver start() {
    return new TestReceiver(0);
  }

  /** As after a restart on the same port. */
  public static TestReceiver start(int port) {
    return new TestReceiver(port);
  }

  private void handle(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    Reply reply;
    synchronized (replies) {
      reply = replies.isEmpty() ? status(200, "ok") : replies.remove();
    }
    requests.add(
        new Request(exchange.getRequestURI().toString(), exchange.getRequestHeaders(), body));
    reply.to(exchange);
    exchange.close();
  }

  public static Reply status(int status, String body) {
    return exchange -> {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    };
  }

  public static Reply status(int status, String header, String value) {
    return exchange -> {
      exchange.getResponseHeaders().add(header, value);
      exchange.sendResponseHeaders(status, -1);
    };
  }

  /** Closes the connection without a word. */
  public static Reply hangUp() {
    return HttpExchange::close;
  }

  public TestReceiver reply(Reply... next) {
    synchronized (replies) {
      replies.addAll(List.of(next));
    }
    return this;
  }

  public TestReceiver reply(int times, Reply next) {
    for (int i = 0; i < times; i++) {
      reply(next);
    }
    return this;
  }

  public List<Request> requests() {
    return requests;
  }

  public int port() {
    return server.getAddress().getPort();
  }

  public URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port() + path);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
