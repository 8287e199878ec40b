package io.temperline.standalone.registry;

import com.sun.net.httpserver.HttpServer;
import io.confluent.kafka.schemaregistry.CompatibilityLevel;
import io.temperline.standalone.CannotStartException;
import io.temperline.standalone.LocalPort;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A schema registry in this JVM that Confluent's clients take for Confluent's server: Avro without
 * references, subjects that are never deleted, {@code FULL_TRANSITIVE} compatibility unless told
 * otherwise.
 */
public final class EmbeddedRegistry implements AutoCloseable {

  private static final int THREADS = 2;

  private final HttpServer server;
  private final ExecutorService threads;

  private EmbeddedRegistry(HttpServer server, ExecutorService threads) {
    this.server = server;
    this.threads = threads;
  }

  /**
   * Starts a registry that keeps its subjects and ids.
   *
   * @param file where they are kept, made at the first registration; its folder must exist. Empty:
   *     they go with the registry
   * @param port the port to listen on, 0 for a free one
   * @throws CannotStartException where the port is in use, or the file cannot be taken up
   */
  public static EmbeddedRegistry start(Optional<Path> file, int port) {
    SchemaStore store =
        new SchemaStore(new SchemaJournal(file), CompatibilityLevel.FULL_TRANSITIVE);
    HttpServer server = listen(port);
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    server.setExecutor(threads);
    server.createContext("/", new RegistryApi(store));
    server.start();
    return new EmbeddedRegistry(server, threads);
  }

  public int port() {
    return server.getAddress().getPort();
  }

  /** What clients take as {@code schema.registry.url}. */
  public String url() {
    return "http://" + LocalPort.HOST + ":" + port();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdown();
  }

  private static HttpServer listen(int port) {
    try {
      return HttpServer.create(new InetSocketAddress(LocalPort.HOST, port), 0);
    } catch (IOException e) {
      throw LocalPort.inUse("The schema registry", port, e);
    }
  }
}
