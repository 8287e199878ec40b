package io.temperline.streams.history;

import io.temperline.schemas.CallConversation;
import io.temperline.schemas.CallEvent;
import io.temperline.schemas.CallHistory;
import io.temperline.schemas.Command;
import io.temperline.schemas.CommandType;
import io.temperline.schemas.EmotionEvent;
import io.temperline.schemas.Escalation;
import io.temperline.schemas.Topics;
import io.temperline.streams.history.HistoryOutcome.OfCustomer;
import io.temperline.streams.history.HistoryOutcome.Told;
import io.temperline.streams.state.AvroState;
import io.temperline.streams.state.CustomerSignal;
import io.temperline.streams.state.HistoryState;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** From all that happens in a call to its history, which the CRM reads. */
public final class HistoryStage {

  /** The store of the calls that live. */
  public static final String LIVE = Histories.LIVE;

  /** The store of the calls that are over and have alerts. */
  public static final String COMPLETED = Histories.COMPLETED;

  private HistoryStage() {}

  /**
   * @param conversations how a call's parties talked, all in all, right before its ENDED
   * @param calls the call events as they take effect: ENDED must come after all else
   * @param interval the least time from one record of a live call to the next
   * @param memory how long a completed call's alerts can be judged
   * @return what the calls mean for their customers, by the customer's id
   */
  public static KStream<String, CustomerSignal> add(
      KStream<String, EmotionEvent> emotions,
      KStream<String, Escalation> escalations,
      KStream<String, CallConversation> conversations,
      KStream<String, CallEvent> calls,
      KStream<String, Command> commands,
      Topics topics,
      Duration interval,
      Duration memory) {
    KStream<String, HistoryOutcome> outcomes =
        emotions
            .<HistorySignal>mapValues(HistorySignal.Emotion::new, Named.as("history-emotions"))
            .merge(
                escalations.mapValues(HistorySignal.Alert::new, Named.as("history-escalations")),
                Named.as("history-emotions-and-escalations"))
            .merge(
                conversations.mapValues(
                    HistorySignal.Conversation::new, Named.as("history-conversations")),
                Named.as("history-all-but-calls"))
            .merge(
                calls.mapValues(HistorySignal.Call::new, Named.as("history-calls")),
                Named.as("history-of-calls"))
            .merge(
                commands
                    .filter(
                        (key, command) -> command.getType() == CommandType.ERASE_CALL,
                        Named.as("history-erasures-of-calls"))
                    .mapValues(HistorySignal.Erasure::new, Named.as("history-erasures")),
                Named.as("history-signals"))
            .process(new Telling(interval, memory), Named.as("write-history"));
    outcomes
        .flatMapValues(HistoryStage::told, Named.as("histories"))
        .to(
            topics.history().name(),
            Produced.with(topics.history().keys(), topics.history().values())
                .withName("history-out"));
    return outcomes.flatMap(
        (callId, outcome) -> ofCustomer(outcome), Named.as("calls-of-customers"));
  }

  /** An erased call's history is a record without a value. */
  private static List<CallHistory> told(HistoryOutcome outcome) {
    if (outcome instanceof OfCustomer) {
      return List.of();
    }
    return Collections.singletonList(outcome instanceof Told told ? told.history() : null);
  }

  private static List<KeyValue<String, CustomerSignal>> ofCustomer(HistoryOutcome outcome) {
    return outcome instanceof OfCustomer of
        ? List.of(KeyValue.pair(of.customerId(), of.signal()))
        : List.of();
  }

  /**
   * The history that a store keeps, as it would be told.
   *
   * @param state of {@link #LIVE} or {@link #COMPLETED}, or null
   */
  public static Optional<CallHistory> told(HistoryState state) {
    return Histories.history(state).map(new HistoryWriter()::finish);
  }

  /**
   * {@code call-history}: a record per live call; deleted when the call is complete. {@code
   * completed-calls}: a record per completed call that has alerts; deleted a time after the last
   * step of one.
   */
  public static Set<StoreBuilder<?>> stores() {
    return Set.of(
        store(Stores.inMemoryKeyValueStore(LIVE)),
        store(Stores.persistentKeyValueStore(COMPLETED)));
  }

  private static StoreBuilder<?> store(KeyValueBytesStoreSupplier supplier) {
    return Stores.keyValueStoreBuilder(
            supplier, Serdes.String(), AvroState.serde(HistoryState.class))
        .withCachingEnabled()
        .withLoggingEnabled(Topics.ERASABLE);
  }

  private record Telling(Duration interval, Duration memory)
      implements ProcessorSupplier<String, HistorySignal, String, HistoryOutcome> {

    @Override
    public Processor<String, HistorySignal, String, HistoryOutcome> get() {
      return new HistoryProcessor(interval, memory);
    }

    @Override
    public Set<StoreBuilder<?>> stores() {
      return HistoryStage.stores();
    }
  }
}
