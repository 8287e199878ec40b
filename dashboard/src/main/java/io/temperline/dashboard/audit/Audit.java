package io.temperline.dashboard.audit;

import io.micronaut.core.annotation.Nullable;
import io.temperline.dashboard.access.Person;
import io.temperline.dashboard.access.Role;
import io.temperline.schemas.AuditAction;
import io.temperline.schemas.AuditEntry;
import io.temperline.schemas.TrialCalls;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the audit what people do. A change is told before it is made, and not made where that
 * fails. What only was seen, or refused, is told behind the answer's back; where that fails, the
 * log has it instead. Of an open dashboard, where nobody is known, nothing is told.
 */
public final class Audit implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Audit.class);
  private static final int WAITING = 1_000;
  private static final int LONGEST = 500;

  private final AuditTrail trail;
  private final Clock clock;
  private final ExecutorService behind =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(WAITING),
          work -> {
            Thread thread = new Thread(work, "dashboard-audit");
            thread.setDaemon(true);
            return thread;
          });

  Audit(AuditTrail trail, Clock clock) {
    this.trail = trail;
    this.clock = clock;
  }

  /**
   * Somebody is about to change something. Waits for the broker.
   *
   * @param callId null where it is about no call
   * @param subject an alert's id, a version of the rules
   * @throws KafkaException where it cannot be told: the change must not be made
   */
  public void changes(
      Person person, AuditAction action, @Nullable String callId, @Nullable String subject) {
    changes(person, action, callId, subject, null);
  }

  /**
   * The same, with more to say.
   *
   * @param detail for people
   * @throws KafkaException where it cannot be told: the change must not be made
   */
  public void changes(
      Person person,
      AuditAction action,
      @Nullable String callId,
      @Nullable String subject,
      @Nullable String detail) {
    if (!person.isEverybody()) {
      trail.append(entry(person, action, callId, subject, detail));
    }
  }

  /**
   * Somebody looks at a call, or would if they saw its queue. A trial has none: it is seen by
   * whoever knows its id.
   *
   * @param queue the call's; null where it is not known
   */
  public void looksAt(Person person, String callId, @Nullable String queue) {
    if (TrialCalls.isTrial(callId) || person.sight().sees(queue)) {
      tell(person, AuditAction.VIEWED_CALL, callId, null, null);
    } else {
      denies(person, callId, "a call of another queue");
    }
  }

  /**
   * Somebody takes calls away in a file.
   *
   * @param callId null where it is more than one
   * @param what which calls, in words
   */
  public void exports(Person person, @Nullable String callId, @Nullable String what) {
    tell(person, AuditAction.EXPORTED_CALLS, callId, null, what);
  }

  /**
   * Somebody wants what they may not.
   *
   * @param callId null where it is about no call
   * @param what the request
   */
  public void denies(Person person, @Nullable String callId, String what) {
    tell(person, AuditAction.DENIED, callId, what, null);
  }

  /** Somebody comes or goes. */
  public void notes(Person person, AuditAction action) {
    tell(person, action, null, null, null);
  }

  /** Somebody tried to log in; they may be anybody. */
  public void loginFailed(String name, String address) {
    tell(
        AuditEntry.newBuilder()
            .setAt(clock.instant().truncatedTo(ChronoUnit.MILLIS))
            .setWho(shortened(name))
            .setRoles(List.of())
            .setAddress(address)
            .setAction(AuditAction.LOGIN_FAILED)
            .build());
  }

  private void tell(
      Person person,
      AuditAction action,
      @Nullable String callId,
      @Nullable String subject,
      @Nullable String detail) {
    if (!person.isEverybody()) {
      tell(entry(person, action, callId, subject, detail));
    }
  }

  private void tell(AuditEntry entry) {
    try {
      behind.execute(() -> appendOrLog(entry));
    } catch (RejectedExecutionException e) {
      log.error("Not in the audit, which does not keep up: {}", entry);
    }
  }

  private void appendOrLog(AuditEntry entry) {
    try {
      trail.append(entry);
    } catch (RuntimeException e) {
      log.error("Not in the audit, which cannot be written ({}): {}", e.toString(), entry);
    }
  }

  private AuditEntry entry(
      Person person,
      AuditAction action,
      @Nullable String callId,
      @Nullable String subject,
      @Nullable String detail) {
    return AuditEntry.newBuilder()
        .setAt(clock.instant().truncatedTo(ChronoUnit.MILLIS))
        .setWho(person.name())
        .setRoles(words(person.roles()))
        .setAddress(person.address())
        .setAction(action)
        .setCallId(callId)
        .setSubject(shortened(subject))
        .setDetail(shortened(detail))
        .build();
  }

  private static List<String> words(Set<Role> roles) {
    return roles.stream().map(Role::word).sorted().toList();
  }

  private static @Nullable String shortened(@Nullable String text) {
    return text == null || text.length() <= LONGEST ? text : text.substring(0, LONGEST);
  }

  /** Waits for what is still to be told. */
  @Override
  public void close() {
    behind.shutdown();
    try {
      behind.awaitTermination(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
