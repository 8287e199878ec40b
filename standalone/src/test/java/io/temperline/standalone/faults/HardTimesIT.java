package io.temperline.standalone.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.temperline.gateway.replay.RecordedCalls;
import io.temperline.standalone.bench.Conversations;
import io.temperline.standalone.process.TestBed;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Bad records and too many calls, in a small size. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HardTimesIT {

  private TestBed bed;
  private Conversations conversations;

  @BeforeAll
  void startTheBroker(@TempDir Path folder) throws InterruptedException {
    conversations =
        new Conversations(RecordedCalls.find(List.of(Path.of("../gateway/calls"))).calls());
    bed = TestBed.start(folder, 2);
  }

  @AfterAll
  void stopTheBroker() {
    bed.close();
  }

  @Test
  void everyBadRecordHasItsDeadLetterAndTouchesNothingElse() throws Exception {
    var plan = new PoisonScenario.Plan(12_000, 200, 4);

    assertHolds(new PoisonScenario(bed, conversations, line -> {}).run(plan));
  }

  @Test
  void tenTimesTheLoadIsCaughtUpWith() throws Exception {
    var plan = new SurgeScenario.Plan(2, 6);

    FaultReport report = new SurgeScenario(bed, conversations, line -> {}).run(plan);

    // How soon depends on the machine; that it is, and that nothing is lost, does not.
    assertThat(report.verdicts().get(0).holds()).as(report.text()).isTrue();
  }

  private static void assertHolds(FaultReport report) {
    assertThat(report.verdicts()).as(report.text()).isNotEmpty().allMatch(Verdict::holds);
  }
}
