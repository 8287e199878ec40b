package io.temperline.standalone.faults;

import io.temperline.standalone.LocalPort;
import io.temperline.standalone.process.ChildJvm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * The model is missing, or its file is broken, when the application starts. Where its broker should
 * be, somebody only counts who calls: what never calls consumes nothing.
 */
final class ModelScenario {

  private static final Duration LONGEST_END = Duration.ofMinutes(3);

  private static final String MANIFEST =
      """
      {
        "name": "broken",
        "version": "1",
        "labels": ["neutral", "sad", "angry"],
        "window": { "length": "PT3S", "hop": "PT1S" },
        "network": {
          "torchScript": "model.pt",
          "input": { "type": "WAVEFORM", "sampleRate": 16000 },
          "output": "LOGITS"
        },
        "temperature": 1.0,
        "uncertainBelow": 0.35
      }
      """;

  private final Path folder;
  private final Consumer<String> progress;

  /**
   * @param folder for models and logs
   */
  ModelScenario(Path folder, Consumer<String> progress) {
    this.folder = folder;
    this.progress = progress;
  }

  FaultReport run() throws IOException, InterruptedException {
    Path missing = folder.resolve("missing-model");
    Path broken = Files.createDirectories(folder.resolve("broken-model"));
    Files.writeString(broken.resolve("model.json"), MANIFEST);
    Files.writeString(broken.resolve("model.pt"), "no TorchScript");
    Map<String, Object> facts = new LinkedHashMap<>();
    List<Verdict> verdicts = new ArrayList<>();
    tryToStart("missing", missing, facts, verdicts);
    tryToStart("broken", broken, facts, verdicts);
    return new FaultReport("model", facts, verdicts);
  }

  private void tryToStart(
      String what, Path model, Map<String, Object> facts, List<Verdict> verdicts)
      throws IOException, InterruptedException {
    progress.accept("Starting the application with a model that is " + what + ".");
    AtomicInteger callers = new AtomicInteger();
    try (ServerSocket broker = new ServerSocket(0, 50, InetAddress.getByName(LocalPort.HOST))) {
      Thread counting = new Thread(() -> count(broker, callers), "counting");
      counting.start();
      Path properties = folder.resolve(what + ".properties");
      String address = LocalPort.HOST + ":" + broker.getLocalPort();
      Files.writeString(
          properties,
          """
          bootstrap.servers=%s
          schema.registry.url=http://%s
          temperline.model=%s
          """
              .formatted(address, address, model));
      ChildJvm app =
          ChildJvm.start(
              "app-" + what, folder, AppUnderTest.JVM, List.of("streams", properties.toString()));
      OptionalInt exitCode = app.awaitEnd(LONGEST_END);
      app.close();
      List<String> lines = app.output();
      facts.put(what, lines);
      verdicts.add(
          new Verdict(
              what + ": exit code 2",
              exitCode.orElse(-1) == 2,
              exitCode.isPresent() ? "exit code " + exitCode.getAsInt() : "it did not end"));
      verdicts.add(
          new Verdict(
              what + ": one clear line, which names the folder",
              lines.size() == 1
                  && lines.get(0).startsWith("temperline: ")
                  && lines.get(0).contains(model.toString()),
              lines.size() + (lines.size() == 1 ? " line" : " lines")));
      verdicts.add(
          new Verdict(
              what + ": nothing consumed",
              callers.get() == 0,
              callers.get() + " connections to broker or registry"));
    }
  }

  private static void count(ServerSocket broker, AtomicInteger callers) {
    while (!broker.isClosed()) {
      try {
        broker.accept().close();
        callers.incrementAndGet();
      } catch (IOException e) {
        if (!broker.isClosed()) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }
}
