package io.temperline.streams.history;

import io.temperline.schemas.CallConversation;
import io.temperline.schemas.CallEvent;
import io.temperline.schemas.CallHistory;
import io.temperline.schemas.EmotionEvent;
import io.temperline.schemas.Escalation;
import io.temperline.schemas.Topics;
import io.temperline.streams.state.AvroState;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** From all that happens in a call to its history, which the CRM reads. */
public final class HistoryStage {

  private HistoryStage() {}

  /**
   * @param conversations how a call's parties talked, all in all, right before its ENDED
   * @param calls the call events as they take effect: ENDED must come after all else
   */
  public static void add(
      KStream<String, EmotionEvent> emotions,
      KStream<String, Escalation> escalations,
      KStream<String, CallConversation> conversations,
      KStream<String, CallEvent> calls,
      Topics topics) {
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
            Named.as("history-signals"))
        .process(new Telling(), Named.as("write-history"))
        .to(
            topics.history().name(),
            Produced.with(topics.history().keys(), topics.history().values())
                .withName("history-out"));
  }

  /** A record per live call; deleted when the call is complete. */
  public static Set<StoreBuilder<?>> stores() {
    return Set.of(
        Stores.keyValueStoreBuilder(
                Stores.inMemoryKeyValueStore(HistoryProcessor.STORE),
                Serdes.String(),
                AvroState.serde(CallHistory.class))
            .withCachingEnabled());
  }

  private record Telling()
      implements ProcessorSupplier<String, HistorySignal, String, CallHistory> {

    @Override
    public Processor<String, HistorySignal, String, CallHistory> get() {
      return new HistoryProcessor();
    }

    @Override
    public Set<StoreBuilder<?>> stores() {
      return HistoryStage.stores();
    }
  }
}
