package io.temperline.streams.customer;

import io.temperline.schemas.Command;
import io.temperline.schemas.CommandType;
import io.temperline.schemas.Topics;
import io.temperline.streams.state.AvroState;
import io.temperline.streams.state.CustomerErasure;
import io.temperline.streams.state.CustomerSignal;
import io.temperline.streams.state.CustomerState;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** From the calls to the last calls of each customer, which are asked for by REST. */
public final class CustomerStage {

  /** The store of customers. */
  public static final String STORE = CustomerProcessor.STORE;

  /** What the calls mean for customers goes to the customer's partition. */
  private static final String BY_CUSTOMER = "customer-calls";

  /** Its topics without a broker's name for them, for whoever plans topics. */
  public static final List<String> REPARTITIONED = List.of(BY_CUSTOMER + "-repartition");

  private CustomerStage() {}

  /**
   * @param signals by the customer's id
   * @param memory how long a customer is known of whom nothing is heard
   */
  public static void add(
      KStream<String, CustomerSignal> signals,
      KStream<String, Command> commands,
      Topics topics,
      Duration memory) {
    signals
        .merge(
            commands
                .filter(
                    (key, command) -> command.getType() == CommandType.ERASE_CUSTOMER,
                    Named.as("erasures-of-customers"))
                .mapValues(CustomerStage::erasure, Named.as("customer-erasures")),
            Named.as("customer-signals"))
        .repartition(
            Repartitioned.with(Serdes.String(), AvroState.serde(CustomerSignal.class))
                .withName(BY_CUSTOMER))
        .process(new Remembering(memory), Named.as("remember-customers"))
        .to(
            topics.commands().name(),
            Produced.with(topics.commands().keys(), topics.commands().values())
                .withName("erasures-of-calls-out"));
  }

  private static CustomerSignal erasure(Command command) {
    return CustomerSignal.newBuilder()
        .setErase(
            new CustomerErasure(
                command.getCommandId(), command.getAt().toEpochMilli(), command.getBy()))
        .build();
  }

  /** {@code customers}: a record per customer; deleted when nothing is heard of them for long. */
  public static Set<StoreBuilder<?>> stores() {
    return Set.of(
        Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(STORE),
                Serdes.String(),
                AvroState.serde(CustomerState.class))
            .withCachingEnabled()
            .withLoggingEnabled(Topics.ERASABLE));
  }

  private record Remembering(Duration memory)
      implements ProcessorSupplier<String, CustomerSignal, String, Command> {

    @Override
    public Processor<String, CustomerSignal, String, Command> get() {
      return new CustomerProcessor(memory);
    }

    @Override
    public Set<StoreBuilder<?>> stores() {
      return CustomerStage.stores();
    }
  }
}
