package io.temperline.streams.emotion;

import io.temperline.schemas.AudioFrame;
import io.temperline.schemas.CallConversation;
import io.temperline.schemas.CallEvent;
import io.temperline.schemas.EmotionEvent;
import io.temperline.schemas.Topics;
import io.temperline.speech.model.ModelManifest;
import io.temperline.speech.model.WindowScorer;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;

/** From frames to emotion events: jitter buffer, windows, features, scores, smoothing. */
public final class EmotionStage {

  /**
   * What comes out of it.
   *
   * @param emotions an event per window of a scored channel, in the order of its windows
   * @param conversations how caller and agent talked with each other, all in all, before the ENDED
   * @param calls the call events as they take effect: each after the windows that were complete, an
   *     ENDED after the call's last
   */
  public record Output(
      KStream<String, EmotionEvent> emotions,
      KStream<String, CallConversation> conversations,
      KStream<String, CallEvent> calls) {}

  private EmotionStage() {}

  /**
   * @param model what the scorers' model says of itself
   * @param scorers gives a scorer to each stream thread, which closes it
   * @param progress of the application that the stage is part of
   */
  public static Output add(
      KStream<String, AudioFrame> frames,
      KStream<String, CallEvent> calls,
      Topics topics,
      ModelManifest model,
      Supplier<WindowScorer> scorers,
      AudioProgress progress,
      EmotionConfig config) {
    KStream<String, CallOutcome> outcomes =
        records(frames)
            .merge(records(calls), Named.as("signals"))
            .process(
                new Listening(model, new ScorersByThread(scorers), progress, config),
                Named.as("listen"));

    KStream<String, EmotionEvent> emotions =
        outcomes.flatMapValues(EmotionStage::heard, Named.as("emotions"));
    emotions.to(
        topics.emotions().name(),
        Produced.with(topics.emotions().keys(), topics.emotions().values())
            .withName("emotions-out"));
    outcomes
        .flatMapValues(EmotionStage::inferred, Named.as("inferred-ends"))
        .to(
            topics.inferredEnds().name(),
            Produced.with(topics.inferredEnds().keys(), topics.inferredEnds().values())
                .withName("inferred-ends-out"));
    return new Output(
        emotions,
        outcomes.flatMapValues(EmotionStage::talked, Named.as("talked")),
        outcomes.flatMapValues(EmotionStage::applied, Named.as("applied")));
  }

  @SuppressWarnings("unchecked") // a stream only gives its records out
  private static KStream<String, SpecificRecord> records(
      KStream<String, ? extends SpecificRecord> stream) {
    return (KStream<String, SpecificRecord>) stream;
  }

  /** The stores that it owns. */
  public static Set<StoreBuilder<?>> stores() {
    return CallStores.builders();
  }

  private static List<EmotionEvent> heard(CallOutcome outcome) {
    return outcome instanceof CallOutcome.Heard heard ? List.of(heard.event()) : List.of();
  }

  private static List<CallEvent> inferred(CallOutcome outcome) {
    return outcome instanceof CallOutcome.EndInferred end ? List.of(end.event()) : List.of();
  }

  private static List<CallConversation> talked(CallOutcome outcome) {
    return outcome instanceof CallOutcome.Talked talked ? List.of(talked.figures()) : List.of();
  }

  private static List<CallEvent> applied(CallOutcome outcome) {
    return outcome instanceof CallOutcome.Applied applied ? List.of(applied.event()) : List.of();
  }

  /** Makes a processor per task, with the stores that it owns. */
  private record Listening(
      ModelManifest model, ScorersByThread scorers, AudioProgress progress, EmotionConfig config)
      implements ProcessorSupplier<String, SpecificRecord, String, CallOutcome> {

    @Override
    public Processor<String, SpecificRecord, String, CallOutcome> get() {
      return new ListeningProcessor(model, scorers, progress, config);
    }

    @Override
    public Set<StoreBuilder<?>> stores() {
      return EmotionStage.stores();
    }
  }
}
