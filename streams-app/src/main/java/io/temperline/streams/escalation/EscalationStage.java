package io.temperline.streams.escalation;

import io.temperline.schemas.CallEvent;
import io.temperline.schemas.Command;
import io.temperline.schemas.CommandType;
import io.temperline.schemas.EmotionEvent;
import io.temperline.schemas.Escalation;
import io.temperline.schemas.Topics;
import io.temperline.streams.state.AlertState;
import io.temperline.streams.state.AvroState;
import io.temperline.streams.state.EscalationState;
import java.time.Duration;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** From emotion events, and from what people ask, to escalations. */
public final class EscalationStage {

  private EscalationStage() {}

  /**
   * @param rules those in force, as {@link RulesIntake} reads them
   * @param memory how long an alert can be judged after its last step
   */
  public static KStream<String, Escalation> add(
      KStream<String, EmotionEvent> emotions,
      KStream<String, CallEvent> calls,
      KStream<String, Command> commands,
      Topics topics,
      RuleBook rules,
      Duration memory) {
    KStream<String, Escalation> escalations =
        emotions
            .<EscalationSignal>mapValues(
                EscalationSignal.Emotion::new, Named.as("escalation-emotions"))
            .merge(
                calls.mapValues(EscalationSignal.Call::new, Named.as("escalation-calls")),
                Named.as("escalation-emotions-and-calls"))
            .merge(
                commands
                    .filter(
                        (key, command) -> command.getType() != CommandType.ERASE_CUSTOMER,
                        Named.as("escalation-commands-of-calls"))
                    .mapValues(EscalationSignal.Asked::new, Named.as("escalation-commands")),
                Named.as("escalation-signals"))
            .process(new Watching(rules, memory), Named.as("escalate"));
    escalations.to(
        topics.escalations().name(),
        Produced.with(topics.escalations().keys(), topics.escalations().values())
            .withName("escalations-out"));
    return escalations;
  }

  /**
   * {@code escalation-state}: a record per live call; deleted when the call ends. {@code alerts}: a
   * record per alert; deleted a time after its last step.
   */
  public static Set<StoreBuilder<?>> stores() {
    return Set.of(
        store(EscalationProcessor.STATES, EscalationState.class),
        store(EscalationProcessor.ALERTS, AlertState.class));
  }

  private static <V extends SpecificRecord> StoreBuilder<?> store(String name, Class<V> type) {
    return Stores.keyValueStoreBuilder(
            Stores.inMemoryKeyValueStore(name), Serdes.String(), AvroState.serde(type))
        .withCachingEnabled();
  }

  private record Watching(RuleBook rules, Duration memory)
      implements ProcessorSupplier<String, EscalationSignal, String, Escalation> {

    @Override
    public Processor<String, EscalationSignal, String, Escalation> get() {
      return new EscalationProcessor(new CallWatch(rules::at), memory);
    }

    @Override
    public Set<StoreBuilder<?>> stores() {
      return EscalationStage.stores();
    }
  }
}
