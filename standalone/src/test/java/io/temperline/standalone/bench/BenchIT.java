package io.temperline.standalone.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.temperline.gateway.replay.RecordedCalls;
import io.temperline.speech.window.WindowConfig;
import io.temperline.standalone.process.ChildJvm;
import io.temperline.standalone.process.TestBed;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The load generator, the processes and what is measured of them; no figure is held to a limit. */
class BenchIT {

  @TempDir private Path folder;

  @Test
  void everyPartIsMeasured() throws Exception {
    Conversations conversations =
        new Conversations(RecordedCalls.find(List.of(Path.of("../gateway/calls"))).calls());
    try (TestBed bed = TestBed.start(folder, 2)) {
      ChildJvm app = bed.startApp("app", List.of("-Xmx512m"), Map.of());
      bed.awaitRunning(app);
      LoadRun run = new LoadRun(bed, app, WindowConfig.DEFAULT);

      Figures figures = run.play(new LoadPlan("bench", 4, 9, 1), conversations);

      assertThat(figures.eventsExpected()).isEqualTo(4 * 7);
      assertThat(figures.eventsSeen()).isEqualTo(4 * 7);
      assertThat(figures.eventsDuplicated()).isZero();
      assertThat(figures.latencyP50Ms()).isPositive();
      assertThat(figures.latencyP99Ms()).isGreaterThanOrEqualTo(figures.latencyP50Ms());
      assertThat(figures.cpuMsPerCallSecond()).isPositive();
      assertThat(figures.brokerCpuMsPerCallSecond()).isPositive();
      assertThat(figures.loadCpuMsPerCallSecond()).isPositive();
      assertThat(figures.heapMb()).isPositive();
      assertThat(figures.stateKbPerChannel()).isPositive();
      assertThat(figures.changelogBytesPerAudioByte()).isBetween(0.3, 1.2);
      assertThat(FiguresReport.json(figures))
          .contains(
              "\"calls\":4",
              "\"eventsExpected\":28",
              "\"eventsSeen\":28",
              "\"eventsDuplicated\":0",
              "\"latencyP50Ms\":",
              "\"latencyP99Ms\":",
              "\"cpuMsPerCallSecond\":",
              "\"heapMb\":",
              "\"changelogBytesPerAudioByte\":",
              "\"lagFramesAtEnd\":");
    }
  }
}
