package io.temperline.standalone.bench;

import io.temperline.schemas.Topics;
import io.temperline.speech.model.ModelManifest;
import io.temperline.speech.model.NetworkInput;
import io.temperline.speech.model.NetworkOutput;
import io.temperline.speech.model.TorchScript;
import io.temperline.speech.model.WindowScore;
import io.temperline.speech.model.WindowScorer;
import io.temperline.streams.TemperlineConfig;
import io.temperline.streams.TemperlineTopology;
import io.temperline.streams.emotion.AudioProgress;
import io.temperline.streams.emotion.EmotionStage;
import io.temperline.streams.intake.IntakeStage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;

/** The topologies of a {@link TopologyRace}, from next to nothing to all but the scoring. */
final class Entrants {

  static final String BYTES = "no-op on bytes";
  static final String NO_OP = "no-op on frames";
  static final String WINDOWS = "ring and windows";
  static final String UNSCORED = "all but scoring";

  private final Topics topics;
  private final ModelManifest model;
  private final Properties settings;

  /**
   * @param model whose features and windows are taken
   * @param settings of the application
   */
  Entrants(Topics topics, ModelManifest model, Properties settings) {
    this.topics = topics;
    this.model = model;
    this.settings = settings;
  }

  Map<String, Function<StreamsConfig, Topology>> all() {
    Map<String, Function<StreamsConfig, Topology>> all = new LinkedHashMap<>();
    all.put(BYTES, this::noOpOnBytes);
    all.put(NO_OP, this::noOpOnFrames);
    all.put(WINDOWS, this::ringAndWindows);
    all.put(UNSCORED, this::allButScoring);
    return all;
  }

  private Topology noOpOnBytes(StreamsConfig config) {
    StreamsBuilder builder = new StreamsBuilder(new TopologyConfig(config));
    for (String topic : List.of(topics.audio().name(), topics.calls().name())) {
      doNothing(
          builder.stream(
              topic, Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()).withName(topic + "-in")),
          topic);
    }
    return builder.build();
  }

  /** The application's own sources, with all that they read and check. */
  private Topology noOpOnFrames(StreamsConfig config) {
    StreamsBuilder builder = new StreamsBuilder(new TopologyConfig(config));
    IntakeStage intake = new IntakeStage(builder, topics);
    doNothing(intake.frames(temperline(model).clockTolerance()), "frames");
    doNothing(intake.calls(), "calls");
    return builder.build();
  }

  private static <K, V> void doNothing(KStream<K, V> stream, String name) {
    stream.process(NoOp<K, V>::new, Named.as(name + "-no-op"));
  }

  /** Windows of samples, so that no feature is computed. */
  private Topology ringAndWindows(StreamsConfig config) {
    ModelManifest samples = ofSamples();
    StreamsBuilder builder = new StreamsBuilder(new TopologyConfig(config));
    IntakeStage intake = new IntakeStage(builder, topics);
    EmotionStage.add(
        intake.frames(temperline(samples).clockTolerance()),
        intake.calls(),
        topics,
        samples,
        ScoresNothing::new,
        AudioProgress.IMMEDIATE,
        temperline(samples).emotion());
    return builder.build();
  }

  private Topology allButScoring(StreamsConfig config) {
    return TemperlineTopology.build(
        topics, model, ScoresNothing::new, AudioProgress.IMMEDIATE, temperline(model), config);
  }

  private TemperlineConfig temperline(ModelManifest of) {
    return TemperlineConfig.from(settings, of);
  }

  private ModelManifest ofSamples() {
    return new ModelManifest(
        "samples",
        "1",
        "samples-1",
        "none",
        model.labels(),
        model.window(),
        model.features(),
        new TorchScript("none.pt", new NetworkInput.Waveform(8_000), NetworkOutput.LOGITS),
        1,
        0,
        List.of(),
        "");
  }

  private static final class NoOp<K, V> extends ContextualProcessor<K, V, Void, Void> {

    @Override
    public void process(Record<K, V> record) {
      // That is the point of it.
    }
  }

  /** The callers of the race were not told of the analysis, so that there is nothing to score. */
  private static final class ScoresNothing implements WindowScorer {

    @Override
    public List<WindowScore> score(List<float[]> windows) {
      throw new IllegalStateException("a window was to be scored");
    }

    @Override
    public void close() {
      // Nothing to give back.
    }
  }
}
