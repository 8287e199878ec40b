package io.temperline.dashboard.delivery;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.temperline.dashboard.delivery.channel.Answer;
import io.temperline.dashboard.delivery.channel.Notice;
import io.temperline.dashboard.source.SourceAwayException;
import io.temperline.dashboard.source.TopicReader;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.SerializationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings records to one target, one after the other. It never waits: where a record's time has not
 * come it says so, and is asked again later. Not thread-safe.
 */
final class Courier {

  /** What became of a record: LATER means that it is to be brought again. */
  enum Outcome {
    LATER,
    PASSED_OVER,
    SETTLED
  }

  private static final Logger log = LoggerFactory.getLogger(Courier.class);

  /** The wait for Kafka or the registry, which are asked for nothing else meanwhile. */
  private static final Duration SOURCE_WAIT = Duration.ofSeconds(2);

  private final Target target;
  private final Notices notices;
  private final Undelivered undelivered;
  private final CircuitBreaker breaker;
  private final DeliveryMeters meters;
  private final Clock clock;
  private final RandomGenerator random;

  private Errand errand = new Errand(null);
  private boolean leftAlone;

  /** How far the bringing of one record is. */
  private static final class Errand {

    private final ConsumerRecord<byte[], byte[]> record;
    private int attempts;
    private Instant due = Instant.MIN;
    private Optional<String> givenUp = Optional.empty();

    Errand(ConsumerRecord<byte[], byte[]> record) {
      this.record = record;
    }

    boolean isOf(ConsumerRecord<byte[], byte[]> another) {
      return record != null
          && record.offset() == another.offset()
          && record.partition() == another.partition()
          && record.topic().equals(another.topic());
    }

    Instant writtenAt() {
      return Instant.ofEpochMilli(record.timestamp());
    }
  }

  Courier(
      Target target,
      Notices notices,
      Undelivered undelivered,
      CircuitBreaker breaker,
      DeliveryMeters meters,
      Clock clock,
      RandomGenerator random) {
    this.target = target;
    this.notices = notices;
    this.undelivered = undelivered;
    this.breaker = breaker;
    this.meters = meters;
    this.clock = clock;
    this.random = random;
  }

  /**
   * Makes an attempt with the record if its time has come.
   *
   * @throws InterruptedException where this thread is to end
   */
  Outcome bring(ConsumerRecord<byte[], byte[]> record) throws InterruptedException {
    if (!errand.isOf(record)) {
      errand = new Errand(record);
      meters.waiting(errand.writtenAt());
    }
    Outcome outcome = clock.instant().isBefore(errand.due) ? Outcome.LATER : goOn();
    if (outcome != Outcome.LATER) {
      errand = new Errand(null);
      meters.nothingWaits();
    }
    return outcome;
  }

  private Outcome goOn() throws InterruptedException {
    if (errand.givenUp.isPresent()) {
      return putAside(errand.givenUp.get());
    }
    try {
      Optional<Notice> notice = notices.read(errand.record.value());
      if (notice.isPresent()) {
        return tell(notice.get());
      }
      meters.filtered();
      return Outcome.PASSED_OVER;
    } catch (SerializationException e) {
      return putAside("cannot be read: " + TopicReader.reason(e));
    } catch (SourceAwayException e) {
      return later("{}: {}; trying again", e.getMessage());
    }
  }

  private Outcome tell(Notice notice) throws InterruptedException {
    if (!breaker.tryAcquirePermission()) {
      return Outcome.LATER;
    }
    Answer answer = attempt(notice);
    breaker.onResult(0, TimeUnit.MILLISECONDS, answer);
    noteCircuit(answer);
    errand.attempts++;
    if (errand.attempts > 1) {
      meters.retried();
    }
    return switch (answer.kind()) {
      case ACCEPTED -> accepted();
      case REFUSED, TURNED_AWAY -> putAside(answer.detail());
      case TRY_LATER -> failed(answer);
    };
  }

  /** A fault of ours must not hold up what comes after: it counts as a refusal. */
  private Answer attempt(Notice notice) throws InterruptedException {
    try {
      return target.channel().deliver(notice);
    } catch (InterruptedException e) {
      breaker.releasePermission();
      throw e;
    } catch (RuntimeException e) {
      log.error("{}: an alert cannot be put into its shape", target.name(), e);
      return Answer.refused("unexpected failure: " + e.getClass().getName());
    }
  }

  private Outcome accepted() {
    meters.delivered(errand.writtenAt());
    return Outcome.SETTLED;
  }

  private Outcome failed(Answer answer) throws InterruptedException {
    if (errand.attempts >= target.retry().attempts()) {
      return putAside(answer.detail());
    }
    Duration wait = target.retry().wait(errand.attempts, answer.retryAfter(), random);
    log.info(
        "{}: attempt {} of {} failed ({}); again in {} ms",
        target.name(),
        errand.attempts,
        target.retry().attempts(),
        answer.detail(),
        wait.toMillis());
    return after(wait);
  }

  /** Only when it is kept is the record done with. */
  private Outcome putAside(String cause) throws InterruptedException {
    errand.givenUp = Optional.of(cause);
    try {
      undelivered.keep(errand.record, target.name(), cause, errand.attempts);
    } catch (KafkaException e) {
      return later("{}: what was refused cannot be put aside ({}); trying again", e.getMessage());
    }
    meters.undelivered();
    log.warn(
        "{}: put aside the record at {}-{} ({} attempted): {}",
        target.name(),
        errand.record.partition(),
        errand.record.offset(),
        errand.attempts == 1 ? "once" : errand.attempts + " times",
        cause);
    return Outcome.SETTLED;
  }

  private Outcome later(String message, String cause) {
    log.warn(message, target.name(), cause);
    return after(SOURCE_WAIT);
  }

  private Outcome after(Duration wait) {
    errand.due = clock.instant().plus(wait);
    return Outcome.LATER;
  }

  private void noteCircuit(Answer answer) {
    boolean open = breaker.getState() == CircuitBreaker.State.OPEN;
    if (open && !leftAlone) {
      log.warn(
          "{}: {} attempts failed in a row ({}); it is now tried every {}, and alerts wait",
          target.name(),
          target.circuit().failures(),
          answer.detail(),
          Settings.words(target.circuit().openFor()));
    } else if (!open && leftAlone) {
      log.warn("{}: takes alerts again", target.name());
    }
    leftAlone = open;
  }
}
