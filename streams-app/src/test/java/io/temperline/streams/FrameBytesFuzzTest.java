package io.temperline.streams;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.temperline.schemas.Channel;
import org.junit.jupiter.api.BeforeAll;

/** See docs/fuzzing.md. */
class FrameBytesFuzzTest {

  private static final Floor FLOOR = Floor.open();

  /** Of a call of its own, so that the registry knows the schema whose id seeds begin with. */
  @BeforeAll
  static void registerTheSchema() {
    FLOOR.receive(FLOOR.call("bob").frame(Channel.CALLER, Voice.CALM));
  }

  @FuzzTest
  void areHeardOrDeadLettered(byte[] value) {
    FLOOR.receiveRaw("ada", value);
    FLOOR.forgetWhatWasTold();
  }
}
