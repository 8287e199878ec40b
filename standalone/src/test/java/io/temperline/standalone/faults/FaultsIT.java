package io.temperline.standalone.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.temperline.gateway.replay.RecordedCalls;
import io.temperline.standalone.bench.Conversations;
import io.temperline.standalone.process.TestBed;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The scenarios of {@code temperline faults}, in a small size, one after another on one broker. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultsIT {

  private static final int CALLS = 5;
  private static final int SECONDS = 12;

  /** How long a pause is on a machine that builds tells nothing. */
  private static final Duration NO_LIMIT = Duration.ofMinutes(10);

  private static final Duration IDLE_TIMEOUT = Duration.ofSeconds(6);

  @TempDir private Path folder;

  private TestBed bed;
  private Conversations conversations;

  @BeforeAll
  void startTheBroker() throws InterruptedException {
    conversations =
        new Conversations(RecordedCalls.find(List.of(Path.of("../gateway/calls"))).calls());
    bed = TestBed.start(folder, 2);
  }

  @AfterAll
  void stopTheBroker() {
    bed.close();
  }

  @Test
  void anApplicationThatIsKilledLosesAndDoublesNothing() throws Exception {
    var plan =
        new KillScenario.Plan(CALLS, CALLS, SECONDS, 3, Duration.ofSeconds(3), IDLE_TIMEOUT, 7);

    assertHolds(new KillScenario(bed, conversations, FaultsIT::say).run(plan));
  }

  @Test
  void aBrokerThatGoesAwayAndComesBackCostsNothingButTime() throws Exception {
    var plan =
        new BrokerScenario.Plan(
            CALLS,
            CALLS,
            SECONDS,
            IDLE_TIMEOUT.plusSeconds(1),
            Duration.ofSeconds(3),
            IDLE_TIMEOUT);

    assertHolds(new BrokerScenario(bed, conversations, FaultsIT::say).run(plan));
  }

  @Test
  void aRegistryThatIsAwayCostsNothingButTime() throws Exception {
    var plan =
        new RegistryScenario.Plan(CALLS, CALLS, SECONDS, Duration.ofSeconds(2), IDLE_TIMEOUT);

    assertHolds(new RegistryScenario(bed, folder, conversations, FaultsIT::say).run(plan));
  }

  @Test
  void anInstanceThatLeavesAndComesBackLosesAndDoublesNothing() throws Exception {
    var plan =
        new InstancesScenario.Plan(
            CALLS, CALLS, SECONDS, Duration.ofSeconds(4), IDLE_TIMEOUT, NO_LIMIT);

    assertHolds(new InstancesScenario(bed, conversations, FaultsIT::say).run(plan));
  }

  @Test
  void withoutAModelTheApplicationSaysSoAndConsumesNothing() throws Exception {
    assertHolds(new ModelScenario(folder, FaultsIT::say).run());
  }

  private static void assertHolds(FaultReport report) {
    assertThat(report.verdicts()).as(report.text()).isNotEmpty().allMatch(Verdict::holds);
  }

  private static void say(String line) {}
}
