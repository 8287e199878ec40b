package io.temperline.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.temperline.gateway.replay.RecordedCall;
import io.temperline.gateway.replay.RecordedCalls;
import io.temperline.gateway.replay.ReplayListener;
import io.temperline.gateway.replay.ReplaySettings;
import io.temperline.gateway.replay.Replayer;
import io.temperline.schemas.CallHistory;
import io.temperline.schemas.Topics;
import io.temperline.speech.model.EmotionModel;
import io.temperline.standalone.TestKafka;
import io.temperline.streams.StreamsApp;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.function.BooleanSupplier;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One instance works, another follows its state, and takes over where it stops. */
class StandbyIT {

  private static final MBeanServer JMX = ManagementFactory.getPlatformMBeanServer();
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(120);
  private static final List<Path> CALLS =
      List.of(
          Path.of("../gateway/calls/opening-hours.flac"),
          Path.of("../gateway/calls/new-card.flac"),
          Path.of("../gateway/calls/cold-flat.flac"));

  @TempDir private Path folder;

  @Test
  void aStandbyFollowsAndTakesOverWithTheSameNumbers() throws Exception {
    List<RecordedCall> calls = RecordedCalls.find(CALLS).calls();
    List<String> callIds = calls.stream().map(RecordedCall::callId).toList();
    try (TestKafka kafka = TestKafka.start(folder, 1);
        EmotionModel model = EmotionModel.shipped()) {
      Map<String, String> clients = kafka.clients();
      Topics topics = kafka.topics();
      try (HistoryWatch histories = new HistoryWatch(topics.history(), clients);
          StreamsApp first = instance("first", clients, model);
          StreamsApp second = instance("second", clients, model)) {
        first.start();
        second.start();
        Thread gateway = new Thread(() -> play(calls, topics, clients), "gateway");
        gateway.start();
        await("calls are heard", histories, () -> windowsIn(histories, callIds) >= 20);
        await(
            "one follows the state of the other",
            histories,
            () -> followed("first") > 0 || followed("second") > 0);
        StreamsApp atWork = followed("second") > 0 ? first : second;
        assertThat(histories.areComplete(callIds)).as("calls still live").isFalse();
        atWork.close();
        await("all calls end", histories, () -> histories.areComplete(callIds));
        gateway.join();
      }
      OfflineTwin.assertEqual(new TopicReader(clients).byCall(topics.emotions()), calls);
    }
  }

  private StreamsApp instance(String name, Map<String, String> clients, EmotionModel model) {
    Properties properties = new Properties();
    properties.putAll(clients);
    properties.setProperty("client.id", name);
    properties.setProperty("num.stream.threads", "1");
    properties.setProperty("num.standby.replicas", "1");
    properties.setProperty("metrics.recording.level", "DEBUG");
    properties.setProperty("state.dir", folder.resolve("streams-" + name).toString());
    return new StreamsApp(properties, model);
  }

  /** As an operator sees it: records that an instance took into the state of its standbys. */
  private static double followed(String instance) {
    try {
      ObjectName tasks =
          new ObjectName(
              "kafka.streams:type=stream-task-metrics,thread-id=%s-*,*".formatted(instance));
      return JMX.queryNames(tasks, null).stream().mapToDouble(StandbyIT::updates).sum();
    } catch (MalformedObjectNameException e) {
      throw new IllegalArgumentException(instance, e);
    }
  }

  private static double updates(ObjectName task) {
    try {
      return (Double) JMX.getAttribute(task, "update-total");
    } catch (JMException e) {
      return 0; // An active task has none.
    }
  }

  private static void await(String what, HistoryWatch histories, BooleanSupplier condition) {
    long deadline = System.nanoTime() + LONGEST_WAIT.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as(what).isLessThan(deadline);
      histories.read();
    }
  }

  private static int windowsIn(HistoryWatch histories, List<String> callIds) {
    return callIds.stream()
        .map(histories::of)
        .filter(Objects::nonNull)
        .mapToInt(StandbyIT::windows)
        .sum();
  }

  private static int windows(CallHistory history) {
    return history.getWindowsScored() + history.getWindowsNotScored();
  }

  /** Slow enough for the calls to outlive the first instance. */
  private static void play(List<RecordedCall> calls, Topics topics, Map<String, String> clients) {
    try (var producer = Replayer.producer(clients)) {
      new Replayer(producer, topics, ReplaySettings.atSpeed(3), new ReplayListener() {})
          .replay(calls);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
