package io.temperline.standalone.rescore;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Where the program is asked to stop, interrupts the thread that made this and waits for it: what
 * the thread has begun it ends in its {@code finally} blocks.
 */
final class BrokenOff {

  private static final long LONGEST_SECONDS = 30;

  private final CountDownLatch ended = new CountDownLatch(1);

  private BrokenOff() {}

  static BrokenOff interruptsThisThread() {
    BrokenOff brokenOff = new BrokenOff();
    Thread working = Thread.currentThread();
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> brokenOff.interrupt(working), "break off"));
    return brokenOff;
  }

  private void interrupt(Thread working) {
    if (ended.getCount() > 0) {
      working.interrupt();
    }
    try {
      ended.await(LONGEST_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** There is nothing left to be ended. */
  void isOver() {
    ended.countDown();
  }
}
