package io.temperline.streams.escalation;

import io.temperline.schemas.Command;
import io.temperline.schemas.Escalation;
import io.temperline.streams.state.AlertState;
import io.temperline.streams.state.AvroState;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The alerts of a task, each with its last step: what people did with an alert goes on with what
 * its rule does, and the other way round. An alert is kept beyond its call, so that it can be
 * judged.
 */
final class Alerts {

  /** So many commands a person's browser may send twice between others. */
  private static final int REMEMBERED_COMMANDS = 20;

  private final KeyValueStore<String, AlertState> store;

  /**
   * @param store by escalation id
   */
  Alerts(KeyValueStore<String, AlertState> store) {
    this.store = store;
  }

  /**
   * Takes a step of a rule.
   *
   * @return the step, with what people did with the alert before
   */
  Escalation take(Escalation step, long nowMs) {
    AlertState known = store.get(step.getEscalationId());
    Escalation whole = known == null ? step : PeopleSteps.carriedOver(last(known), step);
    put(whole, known == null ? List.of() : known.getCommands(), nowMs);
    return whole;
  }

  /**
   * Takes what a person did.
   *
   * @return the step; empty for a command that was taken before
   * @throws UnusableCommandException where there is no such alert, or the command makes no sense
   */
  Optional<Escalation> take(Command command, long nowMs) {
    AlertState known = store.get(command.getEscalationId());
    if (known == null) {
      throw new UnusableCommandException(
          "there is no alert " + command.getEscalationId() + ", or it is too long ago");
    }
    if (known.getCommands().contains(command.getCommandId())) {
      return Optional.empty();
    }
    Escalation step = PeopleSteps.of(command, last(known));
    List<String> commands = new ArrayList<>(known.getCommands());
    commands.add(command.getCommandId());
    int forgotten = Math.max(0, commands.size() - REMEMBERED_COMMANDS);
    put(step, commands.subList(forgotten, commands.size()), nowMs);
    return Optional.of(step);
  }

  /** Wakes the alerts of a call whose snooze is over while their rule still fires. */
  List<Escalation> wake(String callId, Instant at, long nowMs) {
    List<Escalation> woken = new ArrayList<>();
    for (KeyValue<String, AlertState> alert : of(callId)) {
      Escalation last = last(alert.value);
      boolean wakes =
          last.getClearedAt() == null
              && last.getSnoozedUntil() != null
              && !at.isBefore(last.getSnoozedUntil());
      if (wakes) {
        Escalation step = PeopleSteps.woken(last, at);
        put(step, alert.value.getCommands(), nowMs);
        woken.add(step);
      }
    }
    return woken;
  }

  /**
   * Deletes all alerts of a call.
   *
   * @return the last steps of those that still fire, cleared
   */
  List<Escalation> erase(Command command) {
    List<Escalation> cleared = new ArrayList<>();
    for (KeyValue<String, AlertState> alert : of(command.getCallId())) {
      Escalation last = last(alert.value);
      if (last.getClearedAt() == null) {
        cleared.add(PeopleSteps.erased(command, last));
      }
      store.delete(alert.key);
    }
    return cleared;
  }

  /** Deletes those of which nothing was heard for that long. */
  void forget(long nowMs, Duration memory) {
    select(alert -> nowMs - alert.value.getTouchedAt() >= memory.toMillis())
        .forEach(alert -> store.delete(alert.key));
  }

  private List<KeyValue<String, AlertState>> of(String callId) {
    // The ids of a call's alerts begin with the call's, but so may those of a call of a longer id.
    List<KeyValue<String, AlertState>> alerts = new ArrayList<>();
    try (KeyValueIterator<String, AlertState> some = store.range(callId + "/", callId + "0")) {
      some.forEachRemaining(alerts::add);
    }
    alerts.removeIf(alert -> !last(alert.value).getCallId().equals(callId));
    return alerts;
  }

  private List<KeyValue<String, AlertState>> select(
      Predicate<KeyValue<String, AlertState>> condition) {
    List<KeyValue<String, AlertState>> selected = new ArrayList<>();
    try (KeyValueIterator<String, AlertState> all = store.all()) {
      all.forEachRemaining(
          alert -> {
            if (condition.test(alert)) {
              selected.add(alert);
            }
          });
    }
    return selected;
  }

  private void put(Escalation last, List<String> commands, long nowMs) {
    ByteBuffer bytes = ByteBuffer.wrap(AvroState.write(Escalation.getEncoder(), last));
    store.put(last.getEscalationId(), new AlertState(bytes, List.copyOf(commands), nowMs));
  }

  private static Escalation last(AlertState state) {
    return AvroState.read(Escalation.getDecoder(), state.getLast().duplicate());
  }
}
