package io.temperline.standalone.bench;

import io.temperline.gateway.replay.RecordedCall;
import io.temperline.gateway.replay.ReplayListener;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;

/** Tells when, by the wall clock, a moment of the played calls fell due. */
final class LoadClock implements ReplayListener {

  private final double speed;
  private final CountDownLatch begun = new CountDownLatch(1);
  private long originMs;
  private long wallMs;

  LoadClock(double speed) {
    this.speed = speed;
  }

  /** The replay begins now. */
  synchronized void begin() {
    wallMs = System.currentTimeMillis();
  }

  @Override
  public synchronized void callStarted(RecordedCall call, Instant at) {
    if (begun.getCount() > 0) {
      originMs = at.minusMillis(call.details().startsAfterMs()).toEpochMilli();
      begun.countDown();
    }
  }

  void awaitFirstCall() throws InterruptedException {
    begun.await();
  }

  /** Ms since the epoch at which the audio of a call's moment fell due; speed must not be 0. */
  synchronized long dueMs(Instant callTime) {
    return wallMs + Math.round((callTime.toEpochMilli() - originMs) / speed);
  }
}
