package io.temperline.streams.customer;

import io.temperline.schemas.Command;
import io.temperline.schemas.CommandType;
import io.temperline.streams.state.CustomerCall;
import io.temperline.streams.state.CustomerErasure;
import io.temperline.streams.state.CustomerSignal;
import io.temperline.streams.state.CustomerState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Keeps the last calls of each customer. Who is to be erased is forgotten, and the calls that are
 * known of them are asked to be erased too.
 */
final class CustomerProcessor implements Processor<String, CustomerSignal, String, Command> {

  static final String STORE = "customers";

  static final int MOST_CALLS = 20;

  private static final Duration SWEEPING = Duration.ofMinutes(1);
  private static final int CUSTOMERS_A_SWEEP = 1000;

  private final Duration memory;
  private ProcessorContext<String, Command> context;
  private KeyValueStore<String, CustomerState> customers;
  private String sweptTo;

  /**
   * @param memory how long a customer is known of whom nothing is heard
   */
  CustomerProcessor(Duration memory) {
    this.memory = memory;
  }

  @Override
  public void init(ProcessorContext<String, Command> context) {
    this.context = context;
    customers = context.getStateStore(STORE);
    context.schedule(SWEEPING, PunctuationType.WALL_CLOCK_TIME, this::sweep);
  }

  @Override
  public void process(Record<String, CustomerSignal> signal) {
    String customerId = signal.key();
    CustomerState known = customers.get(customerId);
    if (signal.value().getErase() != null) {
      erase(customerId, known, signal.value().getErase());
    } else if (signal.value().getCall() != null) {
      CustomerCall call = signal.value().getCall();
      List<CustomerCall> calls = without(call.getCallId(), known);
      calls.add(call);
      calls.sort(Comparator.comparing(CustomerCall::getStartedAt));
      calls.subList(0, Math.max(0, calls.size() - MOST_CALLS)).clear();
      customers.put(customerId, new CustomerState(calls, context.currentSystemTimeMs()));
    } else if (known != null) {
      List<CustomerCall> calls = without(signal.value().getGone(), known);
      customers.put(
          customerId, calls.isEmpty() ? null : new CustomerState(calls, known.getHeardAt()));
    }
  }

  private static List<CustomerCall> without(String callId, CustomerState known) {
    List<CustomerCall> calls =
        known == null ? new ArrayList<>() : new ArrayList<>(known.getCalls());
    calls.removeIf(call -> call.getCallId().equals(callId));
    return calls;
  }

  private void erase(String customerId, CustomerState known, CustomerErasure wish) {
    customers.delete(customerId);
    if (known != null) {
      known.getCalls().forEach(call -> askToErase(call.getCallId(), customerId, wish));
    }
  }

  private void askToErase(String callId, String customerId, CustomerErasure wish) {
    Command command =
        Command.newBuilder()
            .setCommandId(wish.getCommandId() + "/" + callId)
            .setType(CommandType.ERASE_CALL)
            .setAt(Instant.ofEpochMilli(wish.getAt()))
            .setBy(wish.getBy())
            .setCallId(callId)
            .setCustomerId(customerId)
            .build();
    context.forward(new Record<>(callId, command, wish.getAt()));
  }

  /** Goes on through the customers where it stopped, some at a time: there may be very many. */
  private void sweep(long nowMs) {
    List<String> old = new ArrayList<>();
    int seen = 0;
    try (KeyValueIterator<String, CustomerState> rest = customers.range(sweptTo, null)) {
      while (rest.hasNext() && seen < CUSTOMERS_A_SWEEP) {
        KeyValue<String, CustomerState> customer = rest.next();
        if (nowMs - customer.value.getHeardAt() >= memory.toMillis()) {
          old.add(customer.key);
        }
        sweptTo = customer.key;
        seen++;
      }
      sweptTo = rest.hasNext() ? sweptTo : null;
    }
    old.forEach(customers::delete);
  }
}
