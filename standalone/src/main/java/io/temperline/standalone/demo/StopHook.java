package io.temperline.standalone.demo;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * On Ctrl-C, asks the demo to end its calls and waits until the main thread has stopped everything
 * in order. The JVM has this one hook, so that nothing stops out of turn.
 */
final class StopHook {

  private static final long LONGEST_STOP_SECONDS = 30;

  private final Thread mainThread = Thread.currentThread();
  private final CountDownLatch stopped = new CountDownLatch(1);
  private volatile Demo demo;
  private volatile boolean asked;

  private StopHook() {}

  static StopHook install() {
    StopHook hook = new StopHook();
    Runtime.getRuntime().addShutdownHook(new Thread(hook::stop, "stop"));
    return hook;
  }

  void stops(Demo started) {
    demo = started;
    if (asked) {
      started.stop();
    }
  }

  boolean wasAsked() {
    return asked;
  }

  /** Lets the JVM go. */
  void stopped() {
    stopped.countDown();
  }

  private void stop() {
    asked = true;
    if (demo != null) {
      demo.stop();
    }
    try {
      if (!stopped.await(LONGEST_STOP_SECONDS, TimeUnit.SECONDS)) {
        mainThread.interrupt();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
