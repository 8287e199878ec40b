package io.temperline.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.temperline.gateway.replay.RecordedCall;
import io.temperline.gateway.replay.RecordedCalls;
import io.temperline.gateway.replay.ReplayListener;
import io.temperline.gateway.replay.ReplaySettings;
import io.temperline.gateway.replay.Replayer;
import io.temperline.schemas.Topics;
import io.temperline.speech.model.EmotionModel;
import io.temperline.standalone.TestKafka;
import io.temperline.streams.StreamsApp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The streams application stops in the middle of calls and another instance takes over. */
class RestartIT {

  /**
   * An instance of the application.
   *
   * @param groupProtocol how its group comes to an agreement; either finds what the other left
   * @param windows how many must be told of, over all calls, before it stops
   */
  private record Instance(String groupProtocol, int windows) {}

  private static final List<Instance> STOPPED =
      List.of(
          new Instance("classic", 60), new Instance("streams", 140), new Instance("classic", 220));

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(120);

  @TempDir private Path folder;

  @Test
  void everyWindowIsThereOnceWithTheSameNumbers() throws Exception {
    List<RecordedCall> calls = RecordedCalls.find(List.of(Path.of("../gateway/calls"))).calls();
    try (TestKafka kafka = TestKafka.start(folder, 2);
        EmotionModel model = EmotionModel.shipped()) {
      Map<String, String> clients = kafka.clients();
      Topics topics = kafka.topics();
      Thread gateway = new Thread(() -> play(calls, topics, clients), "gateway");
      gateway.start();

      try (HistoryWatch histories = new HistoryWatch(topics.history(), clients)) {
        List<String> callIds = calls.stream().map(RecordedCall::callId).toList();
        for (Instance instance : STOPPED) {
          runUntil(
              () -> windowsIn(histories, callIds) >= instance.windows(),
              instance.groupProtocol(),
              histories,
              clients,
              model);
        }
        assertThat(histories.areComplete(callIds)).as("calls still live at the stops").isFalse();
        runUntil(() -> histories.areComplete(callIds), "streams", histories, clients, model);
      }
      gateway.join();
      OfflineTwin.assertEqual(new TopicReader(clients).byCall(topics.emotions()), calls);
    }
  }

  /** Each instance has a folder of its own: what it knows it takes from the changelogs. */
  private void runUntil(
      BooleanSupplier condition,
      String groupProtocol,
      HistoryWatch histories,
      Map<String, String> clients,
      EmotionModel model)
      throws IOException {
    Properties properties = new Properties();
    properties.putAll(clients);
    properties.setProperty("group.protocol", groupProtocol);
    properties.setProperty("state.dir", Files.createTempDirectory(folder, "streams-").toString());
    try (StreamsApp app = new StreamsApp(properties, model)) {
      app.start();
      long deadline = System.nanoTime() + LONGEST_WAIT.toNanos();
      while (!condition.getAsBoolean()) {
        assertThat(System.nanoTime()).as("it comes true in time").isLessThan(deadline);
        histories.read();
      }
    }
  }

  private static int windowsIn(HistoryWatch histories, List<String> callIds) {
    return callIds.stream()
        .map(histories::of)
        .filter(Objects::nonNull)
        .mapToInt(history -> history.getWindowsScored() + history.getWindowsNotScored())
        .sum();
  }

  /** Five times as fast as life: slow enough for the calls to outlive the first instances. */
  private static void play(List<RecordedCall> calls, Topics topics, Map<String, String> clients) {
    try (var producer = Replayer.producer(clients)) {
      new Replayer(producer, topics, ReplaySettings.atSpeed(5), new ReplayListener() {})
          .replay(calls);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
