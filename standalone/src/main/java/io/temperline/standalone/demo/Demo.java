package io.temperline.standalone.demo;

import io.temperline.gateway.replay.RecordedCall;
import io.temperline.gateway.replay.ReplayListener;
import io.temperline.gateway.replay.ReplaySettings;
import io.temperline.gateway.replay.Replayer;
import io.temperline.standalone.CannotStartException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Producer;

/** Plays recorded calls to an installation, once or again and again, and reports how they went. */
final class Demo {

  /** With nothing new in the history for so long, something is broken. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Installation installation;
  private final double speed;
  private final CallReport report;
  private final AtomicReference<Replayer> replaying = new AtomicReference<>();
  private volatile boolean stopped;

  Demo(Installation installation, double speed, CallReport report) {
    this.installation = installation;
    this.speed = speed;
    this.report = report;
  }

  /** Plays all calls to their end and reports them when every event is out. */
  void playOnce(List<RecordedCall> calls) throws InterruptedException {
    try (HistoryWatch histories = watch()) {
      List<RecordedCall> fresh = named(calls, histories.knownCalls());
      replay(fresh);
      List<String> callIds = fresh.stream().map(RecordedCall::callId).toList();
      await(histories, callIds);
      if (!stopped) {
        report.begin();
        callIds.forEach(callId -> report.tell(histories.of(callId)));
      }
    }
  }

  /** Plays the calls over and over, as new calls, until it is stopped. */
  void playOn(List<RecordedCall> calls) throws InterruptedException {
    try (HistoryWatch histories = watch()) {
      Set<String> known = histories.knownCalls();
      while (!stopped) {
        List<RecordedCall> fresh = named(calls, known);
        fresh.forEach(call -> known.add(call.callId()));
        replay(fresh);
      }
    }
  }

  /** Lets the running calls end; playing then returns. */
  void stop() {
    stopped = true;
    Replayer running = replaying.get();
    if (running != null) {
      running.stop();
    }
  }

  private HistoryWatch watch() {
    return new HistoryWatch(installation.topics().history(), installation.clients());
  }

  private void replay(List<RecordedCall> calls) throws InterruptedException {
    try (Producer<byte[], byte[]> producer = Replayer.producer(installation.clients())) {
      Replayer replayer =
          new Replayer(
              producer,
              installation.topics(),
              ReplaySettings.atSpeed(speed),
              new ReplayListener() {});
      replaying.set(replayer);
      if (!stopped) {
        replayer.replay(calls);
      }
    }
  }

  private void await(HistoryWatch histories, List<String> callIds) {
    long lastNews = System.nanoTime();
    while (!stopped && !histories.areComplete(callIds)) {
      if (histories.read()) {
        lastNews = System.nanoTime();
      } else if (System.nanoTime() - lastNews > PATIENCE.toNanos()) {
        long open = callIds.stream().filter(callId -> !histories.isComplete(callId)).count();
        throw new CannotStartException(
            "%d of %d calls have no complete history, and none has changed for %d s: look into"
                + " temperline.log in the folder of --data"
                    .formatted(open, callIds.size(), PATIENCE.toSeconds()));
      }
    }
  }

  /** The calls under ids that no earlier call has: a closed call's id is never opened again. */
  private static List<RecordedCall> named(List<RecordedCall> calls, Set<String> known) {
    List<RecordedCall> named = new ArrayList<>();
    for (RecordedCall call : calls) {
      String id = call.callId();
      for (int n = 2; known.contains(id); n++) {
        id = call.callId() + "-" + n;
      }
      named.add(call.as(id));
    }
    return named;
  }
}
