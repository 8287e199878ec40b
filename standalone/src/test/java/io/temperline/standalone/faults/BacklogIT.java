package io.temperline.standalone.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.temperline.gateway.replay.RecordedCalls;
import io.temperline.speech.window.WindowConfig;
import io.temperline.standalone.bench.Conversations;
import io.temperline.standalone.process.ChildJvm;
import io.temperline.standalone.process.TestBed;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Minutes of calls wait for an application that is away: frames, holds and ends. */
class BacklogIT {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @Test
  void aBacklogIsHeardAsWereItsCallsOneByOne(@TempDir Path folder) throws Exception {
    List<ScriptedCall> calls = callsThatEnd();
    Instant origin = Instant.ofEpochMilli(System.currentTimeMillis());
    try (TestBed bed = TestBed.start(folder, 2);
        Results results = new Results(bed.clients(), (event, receivedMs) -> {})) {
      CallLoad.play(bed.clients(), "backlog", origin, calls);
      ChildJvm app = bed.startApp("app", AppUnderTest.JVM, Map.of("num.stream.threads", "1"));
      assertThat(results.await(ids("backlog", calls), PATIENCE)).isTrue();
      for (ScriptedCall call : calls) {
        CallLoad.play(bed.clients(), "alone", origin, List.of(call));
        assertThat(results.await(ids("alone", List.of(call)), PATIENCE)).isTrue();
      }
      results.catchUp(bed.clients());
      app.close();

      List<Comparison.Pair> pairs =
          calls.stream()
              .map(
                  call ->
                      new Comparison.Pair(
                          call,
                          results.of(call.id("alone")),
                          results.of(call.id("backlog")).as(call.id("alone"))))
              .toList();
      assertThat(new Comparison(pairs, WindowConfig.DEFAULT).verdicts())
          .isNotEmpty()
          .allMatch(Verdict::holds);
    }
  }

  private static List<ScriptedCall> callsThatEnd() {
    Conversations conversations =
        new Conversations(RecordedCalls.find(List.of(Path.of("../gateway/calls"))).calls());
    return new CallScript(conversations, 30, 20)
        .first().stream().filter(call -> !call.abandoned()).toList();
  }

  private static List<String> ids(String load, List<ScriptedCall> calls) {
    return calls.stream().map(call -> call.id(load)).toList();
  }
}
