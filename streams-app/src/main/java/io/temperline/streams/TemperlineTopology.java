package io.temperline.streams;

import io.temperline.schemas.Topics;
import io.temperline.speech.model.ModelManifest;
import io.temperline.speech.model.WindowScorer;
import io.temperline.streams.Settings.UnusableSettingException;
import io.temperline.streams.customer.CustomerStage;
import io.temperline.streams.emotion.AudioProgress;
import io.temperline.streams.emotion.EmotionStage;
import io.temperline.streams.escalation.EscalationStage;
import io.temperline.streams.escalation.RuleBook;
import io.temperline.streams.escalation.RulesIntake;
import io.temperline.streams.history.HistoryStage;
import io.temperline.streams.intake.IntakeStage;
import io.temperline.streams.state.AvroState;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.state.StoreBuilder;

/** The whole way from audio frames to histories. */
public final class TemperlineTopology {

  /** For a record's key, and what Kafka adds. */
  private static final int RESERVE = 8 << 10;

  /** The largest state must fit; as it happens, the producer's own default. */
  private static final int LEAST_REQUEST_SIZE = AvroState.MOST_BYTES + RESERVE;

  private static final String MAX_REQUEST_SIZE = ProducerConfig.MAX_REQUEST_SIZE_CONFIG;

  private TemperlineTopology() {}

  /**
   * @param model what the scorers' model says of itself
   * @param scorers gives each stream thread a scorer of its own
   * @param progress of the application that has this topology
   * @param config the same configuration that {@code KafkaStreams} is given
   */
  public static Topology build(
      Topics catalogue,
      ModelManifest model,
      Supplier<WindowScorer> scorers,
      AudioProgress progress,
      TemperlineConfig temperline,
      StreamsConfig config) {
    var builder = new StreamsBuilder(new TopologyConfig(config));
    var topics = catalogue.limitedTo(mostBytes(config));

    var intake = new IntakeStage(builder, topics); // poison → dead letters
    var frames = intake.frames(temperline.clockTolerance());
    var calls = intake.calls();
    var commands = intake.commands();
    var rules = new RuleBook(model.labels());
    RulesIntake.add(builder, topics.rules(), rules);
    var heard =
        EmotionStage.add(frames, calls, topics, model, scorers, progress, temperline.emotion());
    var escalations =
        EscalationStage.add(
            heard.emotions(), heard.calls(), commands, topics, rules, temperline.alertMemory());
    var ofCustomers =
        HistoryStage.add(
            heard.emotions(),
            escalations,
            heard.conversations(),
            heard.calls(),
            commands,
            topics,
            temperline.historyInterval(),
            temperline.alertMemory());
    CustomerStage.add(ofCustomers, commands, topics, catalogue.historyRetention());

    return builder.build();
  }

  /** What fits into a request of the producer, beside the record's key and what Kafka adds. */
  private static int mostBytes(StreamsConfig config) {
    Object request =
        config.getProducerConfigs("limits").getOrDefault(MAX_REQUEST_SIZE, LEAST_REQUEST_SIZE);
    try {
      int bytes = Integer.parseInt(request.toString().strip());
      if (bytes >= LEAST_REQUEST_SIZE) {
        return bytes - RESERVE;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw new UnusableSettingException(
        "producer.%s is '%s': states need %d bytes, give as many or more, or leave it out"
            .formatted(MAX_REQUEST_SIZE, request, LEAST_REQUEST_SIZE));
  }

  /** The stores of all stages. */
  static List<StoreBuilder<?>> stores() {
    return Stream.of(
            EmotionStage.stores(),
            EscalationStage.stores(),
            HistoryStage.stores(),
            CustomerStage.stores())
        .<StoreBuilder<?>>flatMap(Set::stream)
        .toList();
  }
}
