package io.temperline.standalone.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.temperline.gateway.replay.RecordedCalls;
import io.temperline.standalone.bench.Conversations;
import io.temperline.standalone.process.TestBed;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The scenarios of {@code temperline faults}, in a small size. They mostly wait, so that they may
 * do so side by side, each with a broker of its own.
 */
class FaultsIT {

  private static final int CALLS = 5;
  private static final int SECONDS = 12;
  private static final int PARTITIONS = 2;
  private static final Duration IDLE_TIMEOUT = Duration.ofSeconds(6);

  /** How long a pause is on a machine that builds tells nothing. */
  private static final Duration NO_LIMIT = Duration.ofMinutes(10);

  private final Conversations conversations =
      new Conversations(RecordedCalls.find(List.of(Path.of("../gateway/calls"))).calls());

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void anApplicationThatIsKilledLosesAndDoublesNothing(@TempDir Path folder) throws Exception {
    var plan =
        new KillScenario.Plan(CALLS, CALLS, SECONDS, 3, Duration.ofSeconds(3), IDLE_TIMEOUT, 7);

    try (TestBed bed = TestBed.start(folder, PARTITIONS)) {
      assertHolds(new KillScenario(bed, conversations, FaultsIT::say).run(plan));
    }
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void aBrokerThatGoesAwayAndComesBackCostsNothingButTime(@TempDir Path folder) throws Exception {
    var plan =
        new BrokerScenario.Plan(
            CALLS,
            CALLS,
            SECONDS,
            IDLE_TIMEOUT.plusSeconds(1),
            Duration.ofSeconds(3),
            IDLE_TIMEOUT,
            false);

    try (TestBed bed = TestBed.start(folder, PARTITIONS)) {
      assertHolds(new BrokerScenario(bed, conversations, FaultsIT::say).run(plan));
    }
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void aRegistryThatIsAwayCostsNothingButTime(@TempDir Path folder) throws Exception {
    var plan =
        new RegistryScenario.Plan(CALLS, CALLS, SECONDS, Duration.ofSeconds(2), IDLE_TIMEOUT);

    try (TestBed bed = TestBed.start(folder, PARTITIONS)) {
      assertHolds(new RegistryScenario(bed, folder, conversations, FaultsIT::say).run(plan));
    }
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void anInstanceThatLeavesAndComesBackLosesAndDoublesNothing(@TempDir Path folder)
      throws Exception {
    var plan =
        new InstancesScenario.Plan(
            CALLS, CALLS, SECONDS, Duration.ofSeconds(4), IDLE_TIMEOUT, NO_LIMIT);

    try (TestBed bed = TestBed.start(folder, PARTITIONS)) {
      assertHolds(new InstancesScenario(bed, conversations, FaultsIT::say).run(plan));
    }
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void withoutAModelTheApplicationSaysSoAndConsumesNothing(@TempDir Path folder) throws Exception {
    assertHolds(new ModelScenario(folder, FaultsIT::say).run());
  }

  private static void assertHolds(FaultReport report) {
    assertThat(report.verdicts()).as(report.text()).isNotEmpty().allMatch(Verdict::holds);
  }

  private static void say(String line) {}
}
