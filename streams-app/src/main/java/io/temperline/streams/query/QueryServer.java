package io.temperline.streams.query;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.state.HostInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers questions by REST: {@code GET /customers/ID/calls}, a customer's last calls and the trend
 * of anger over them, and {@code GET /calls/ID}, the history of a call that lives or has alerts to
 * be judged. Whichever instance is asked, the one that has the answer gives it. Answers are JSON;
 * 404 where nothing is known, 503 while calls move between instances. It asks nobody who they are.
 */
public final class QueryServer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(QueryServer.class);
  private static final int THREADS = 4;

  private final HttpServer server;
  private final ExecutorService threads;
  private final Questions questions;
  private final OtherInstances others = new OtherInstances();

  private QueryServer(HttpServer server, Questions questions) {
    this.server = server;
    this.questions = questions;
    threads =
        Executors.newFixedThreadPool(
            THREADS,
            task -> {
              Thread thread = new Thread(task, "query");
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * @param address where to listen
   * @param self the instance's own {@code application.server}
   * @param streams whose stores have the answers
   * @throws IOException where nobody can listen there
   */
  public static QueryServer start(InetSocketAddress address, String self, KafkaStreams streams)
      throws IOException {
    Questions questions = new Questions(streams, HostInfo.buildFromEndpoint(self));
    if (address.isUnresolved()) {
      throw new IOException("the name of the host is not known");
    }
    QueryServer queries = new QueryServer(HttpServer.create(address, 0), questions);
    queries.server.createContext("/", queries::handle);
    queries.server.setExecutor(queries.threads);
    queries.server.start();
    return queries;
  }

  private void handle(HttpExchange exchange) {
    try (exchange) {
      Answer answer = answer(exchange);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.getResponseHeaders().set("Cache-Control", "no-store");
      exchange.sendResponseHeaders(answer.status(), answer.json().length);
      exchange.getResponseBody().write(answer.json());
    } catch (IOException e) {
      LOG.debug("Whoever asked has gone", e);
    }
  }

  private Answer answer(HttpExchange exchange) {
    if (!exchange.getRequestMethod().equals("GET")) {
      return Answer.error(405, "only GET is answered");
    }
    String path = exchange.getRequestURI().getRawPath();
    try {
      Questions.Found found = find(path.split("/", -1));
      if (found.elsewhere() == null) {
        return found.answer();
      }
      return exchange.getRequestHeaders().containsKey(OtherInstances.PASSED_ON)
          ? Answer.notNow("calls are being moved between instances: ask again in a few seconds")
          : others.ask(found.elsewhere(), path);
    } catch (IllegalArgumentException e) {
      return Answer.error(400, "the path is not encoded as in a URL: " + path);
    } catch (RuntimeException e) {
      LOG.warn("{} cannot be answered", path, e);
      return Answer.error(500, "unexpected failure, see the log of the instance");
    }
  }

  private Questions.Found find(String[] path) {
    if (path.length == 4 && path[1].equals("customers") && path[3].equals("calls")) {
      return questions.callsOf(decoded(path[2]));
    }
    if (path.length == 3 && path[1].equals("calls")) {
      return questions.call(decoded(path[2]));
    }
    return new Questions.Found(Answer.unknown("ask for /customers/ID/calls or /calls/ID"), null);
  }

  /** In a path, a plus is one. */
  private static String decoded(String segment) {
    return URLDecoder.decode(segment.replace("+", "%2B"), UTF_8);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
