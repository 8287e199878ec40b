package io.temperline.standalone.erasure;

import io.temperline.schemas.CallHistory;
import io.temperline.schemas.Topic;
import io.temperline.standalone.CannotStartException;
import io.temperline.streams.KeptState;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/**
 * The topics that keep something of calls and customers for long: the histories, and the changelogs
 * of the stores.
 */
final class KeptTopics implements AutoCloseable {

  private final Topic<CallHistory> historyTopic;
  private final String customerId;
  private final Set<String> calls = new TreeSet<>();
  private String customerOfCall;

  private final Leftovers history;
  private final Leftovers liveCalls;
  private final Leftovers completedCalls;
  private final Leftovers customers;

  /**
   * @param customerId null where a call is to be erased
   * @param callId null where a customer is to be erased
   * @throws CannotStartException where one of the topics is not there
   */
  KeptTopics(
      Properties properties,
      String applicationId,
      Topic<CallHistory> historyTopic,
      String customerId,
      String callId) {
    this.historyTopic = historyTopic;
    this.customerId = customerId;
    if (callId != null) {
      calls.add(callId);
    }
    history = new Leftovers(new WatchedTopic(historyTopic.name(), properties), this::notice);
    liveCalls = ofStore(properties, applicationId, KeptState.LIVE_CALLS);
    completedCalls = ofStore(properties, applicationId, KeptState.COMPLETED_CALLS);
    customers = ofStore(properties, applicationId, KeptState.CUSTOMERS);
    for (Leftovers topic : all()) {
      if (!topic.isThere()) {
        close();
        throw new CannotStartException(
            "there is no topic %s: is application.id that of the streams application?"
                .formatted(topic.topic()));
      }
    }
  }

  private Leftovers ofStore(Properties properties, String applicationId, KeptState store) {
    return new Leftovers(
        new WatchedTopic(store.changelog(applicationId), properties),
        value -> store.saysSomething(value, customerId == null ? calls : Set.of()));
  }

  /** Every history says something; which are the customer's is seen on the way. */
  private boolean notice(byte[] value) {
    CallHistory call = historyTopic.values().deserializer().deserialize(historyTopic.name(), value);
    if (customerId != null && customerId.equals(call.getCustomerId())) {
      calls.add(call.getCallId());
    } else if (customerId == null && calls.contains(call.getCallId())) {
      customerOfCall = Objects.requireNonNullElse(call.getCustomerId(), customerOfCall);
    }
    return true;
  }

  void look() {
    all().forEach(Leftovers::look);
  }

  /** The calls to be erased, as far as they were seen. */
  Set<String> calls() {
    return Set.copyOf(calls);
  }

  /** Whose the call is, or who is to be erased. */
  Optional<String> customer() {
    return Optional.ofNullable(customerId == null ? customerOfCall : customerId);
  }

  /** A line for each thing that is left. */
  List<String> left() {
    List<String> left = new ArrayList<>();
    for (String callId : calls) {
      if (!history.hasTombstone(callId)) {
        left.add("%s: no tombstone of call %s yet".formatted(history.topic(), callId));
      }
    }
    for (Leftovers store : List.of(liveCalls, completedCalls)) {
      store.of(calls).forEach(call -> left.add("%s: call %s".formatted(store.topic(), call)));
    }
    customers
        .of(customer().map(Set::of).orElse(Set.of()))
        .forEach(customer -> left.add("%s: customer %s".formatted(customers.topic(), customer)));
    return left;
  }

  /** A line for each thing that is gone, with where that can be seen. */
  List<String> proofs() {
    List<String> proofs = new ArrayList<>();
    for (String callId : calls) {
      for (Leftovers topic : List.of(history, liveCalls, completedCalls)) {
        proofs.add("%s: call %s: %s".formatted(topic.topic(), callId, topic.proof(callId)));
      }
    }
    customer()
        .ifPresent(
            customer ->
                proofs.add(
                    "%s: customer %s: %s"
                        .formatted(customers.topic(), customer, customers.proof(customer))));
    return proofs;
  }

  private List<Leftovers> all() {
    return List.of(history, liveCalls, completedCalls, customers);
  }

  @Override
  public void close() {
    all().forEach(Leftovers::close);
  }
}
