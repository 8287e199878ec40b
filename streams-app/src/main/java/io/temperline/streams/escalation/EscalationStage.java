package io.temperline.streams.escalation;

import io.temperline.schemas.CallEvent;
import io.temperline.schemas.EmotionEvent;
import io.temperline.schemas.Escalation;
import io.temperline.schemas.Topics;
import io.temperline.streams.state.AvroState;
import io.temperline.streams.state.EscalationState;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** From emotion events to escalations. */
public final class EscalationStage {

  private EscalationStage() {}

  public static KStream<String, Escalation> add(
      KStream<String, EmotionEvent> emotions,
      KStream<String, CallEvent> calls,
      Topics topics,
      AngerRule rule) {
    KStream<String, Escalation> escalations =
        emotions
            .<EscalationSignal>mapValues(
                EscalationSignal.Emotion::new, Named.as("escalation-emotions"))
            .merge(
                calls.mapValues(EscalationSignal.Call::new, Named.as("escalation-calls")),
                Named.as("escalation-signals"))
            .process(new Following(rule), Named.as("escalate"));
    escalations.to(
        topics.escalations().name(),
        Produced.with(topics.escalations().keys(), topics.escalations().values())
            .withName("escalations-out"));
    return escalations;
  }

  /** A record per live call with scored speech; deleted when the call ends. */
  public static Set<StoreBuilder<?>> stores() {
    return Set.of(
        Stores.keyValueStoreBuilder(
                Stores.inMemoryKeyValueStore(EscalationProcessor.STORE),
                Serdes.String(),
                AvroState.serde(EscalationState.class))
            .withCachingEnabled());
  }

  private record Following(AngerRule rule)
      implements ProcessorSupplier<String, EscalationSignal, String, Escalation> {

    @Override
    public Processor<String, EscalationSignal, String, Escalation> get() {
      return new EscalationProcessor(rule);
    }

    @Override
    public Set<StoreBuilder<?>> stores() {
      return EscalationStage.stores();
    }
  }
}
