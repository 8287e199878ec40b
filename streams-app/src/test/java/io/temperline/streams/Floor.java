package io.temperline.streams;

import io.temperline.schemas.AudioFrame;
import io.temperline.schemas.CallEvent;
import io.temperline.schemas.CallHistory;
import io.temperline.schemas.Command;
import io.temperline.schemas.EmotionEvent;
import io.temperline.schemas.Escalation;
import io.temperline.schemas.PublishedRules;
import io.temperline.schemas.Topic;
import io.temperline.schemas.Topics;
import io.temperline.speech.model.EmotionModel;
import io.temperline.speech.model.ModelManifest;
import io.temperline.speech.model.WindowScorer;
import io.temperline.streams.emotion.AudioProgress.Progress;
import io.temperline.streams.failure.Handlers;
import io.temperline.streams.state.CustomerState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;

/** A call center floor for tests: the whole topology, its topics, and a clock that tests move. */
final class Floor implements AutoCloseable {

  static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

  private final Topics topics;
  private final TopologyTestDriver driver;
  private final TestInputTopic<String, AudioFrame> audio;
  private final TestInputTopic<String, byte[]> rawAudio;
  private final TestInputTopic<String, CallEvent> calls;
  private final TestInputTopic<String, Command> commands;
  private final TestInputTopic<String, PublishedRules> rules;
  private final List<CallEvent> told = new ArrayList<>();
  private Progress progress = new Progress(0, 0);

  private Floor(Properties settings, ModelManifest model, Supplier<WindowScorer> scorers) {
    Map<String, String> registry = Map.of("schema.registry.url", "mock://" + UUID.randomUUID());
    topics = new Topics(registry);
    Properties kafka = new Properties();
    kafka.put(StreamsConfig.APPLICATION_ID_CONFIG, "floor");
    kafka.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:9092");
    kafka.put(
        StreamsConfig.STATE_DIR_CONFIG,
        System.getProperty("java.io.tmpdir") + "/" + UUID.randomUUID());
    kafka.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
    kafka.putAll(Handlers.settings());
    driver =
        new TopologyTestDriver(
            TemperlineTopology.build(
                topics,
                model,
                scorers,
                partition -> CompletableFuture.completedFuture(progress),
                TemperlineConfig.from(settings, model),
                new StreamsConfig(kafka)),
            kafka,
            NINE);
    audio = input(topics.audio());
    calls = input(topics.calls());
    commands = input(topics.commands());
    rules = input(topics.rules());
    rawAudio =
        driver.createInputTopic(
            topics.audio().name(), new StringSerializer(), new ByteArraySerializer());
  }

  /** A floor where every caller is told that calls are analysed. */
  static Floor open() {
    return open(Map.of());
  }

  /**
   * @param settings by their names after {@code temperline.}
   */
  static Floor open(Map<String, String> settings) {
    Properties properties = new Properties();
    properties.setProperty("temperline.callers.are.informed", "true");
    settings.forEach((key, value) -> properties.setProperty("temperline." + key, value));
    return where(LouderIsAngrier.MANIFEST, properties);
  }

  /** A floor as {@link #open()} whose model expects this logit of anger of a calm caller. */
  static Floor whereCalmIs(float angerLogit) {
    Properties properties = new Properties();
    properties.setProperty("temperline.callers.are.informed", "true");
    ModelManifest plain = LouderIsAngrier.MANIFEST;
    return where(
        plain.calibrated("1", plain.temperature(), plain.uncertainBelow(), List.of(0f, angerLogit)),
        properties);
  }

  private static Floor where(ModelManifest model, Properties settings) {
    return new Floor(settings, model, () -> new LouderIsAngrier(model));
  }

  /** A floor as {@link #open()} on which a model listens, which stays the caller's to close. */
  static Floor withModel(EmotionModel model) {
    Properties properties = new Properties();
    properties.setProperty("temperline.callers.are.informed", "true");
    return new Floor(properties, model.manifest(), model::newScorer);
  }

  private <V> TestInputTopic<String, V> input(Topic<V> topic) {
    return driver.createInputTopic(
        topic.name(), topic.keys().serializer(), topic.values().serializer());
  }

  /** A call that is announced at nine. */
  PhoneCall call(String callId) {
    return new PhoneCall(this, callId, NINE);
  }

  void receive(AudioFrame frame) {
    audio.pipeInput(frame.getCallId(), frame, frame.getCapturedAt());
  }

  void receive(CallEvent event) {
    told.add(event);
    calls.pipeInput(event.getCallId(), event, event.getEffectiveAt());
  }

  /** Somebody asks for something. */
  void receive(Command command) {
    commands.pipeInput(
        command.getCallId() == null ? command.getCustomerId() : command.getCallId(),
        command,
        command.getAt());
  }

  /** A rule set is published that is in force from then on; its version is {@code version}. */
  void publish(String version, Instant from, String rulesYaml) {
    rules.pipeInput(
        version,
        PublishedRules.newBuilder()
            .setVersion(version)
            .setEffectiveFrom(from)
            .setPublishedAt(from)
            .setPublishedBy("olga")
            .setYaml("version: \"%s\"\nrules:\n%s".formatted(version, rulesYaml))
            .build());
  }

  /** A published rule set is taken back. */
  void withdraw(String version) {
    rules.pipeInput(
        version,
        PublishedRules.newBuilder()
            .setVersion(version)
            .setEffectiveFrom(NINE)
            .setPublishedAt(NINE)
            .setPublishedBy("olga")
            .setYaml("version: \"%s\"\nrules: []".formatted(version))
            .setWithdrawnAt(NINE)
            .build());
  }

  /** Somebody removes a rule set from the topic. */
  void remove(String version) {
    rules.pipeInput(version, null);
  }

  void receiveRaw(String key, byte[] value) {
    rawAudio.pipeInput(key, value, NINE);
  }

  byte[] bytesOf(AudioFrame frame) {
    return topics.audio().values().serializer().serialize(topics.audio().name(), frame);
  }

  byte[] bytesOf(CallEvent event) {
    return topics.calls().values().serializer().serialize(topics.calls().name(), event);
  }

  /** Lets wall-clock time pass in which nothing arrives, in quarters of a second. */
  void waits(Duration time) {
    Duration step = Duration.ofMillis(250);
    for (Duration left = time; left.compareTo(Duration.ZERO) > 0; left = left.minus(step)) {
      driver.advanceWallClockTime(step);
    }
  }

  /**
   * Lets wall-clock time pass in which nothing arrives, a minute at most.
   *
   * @return how long it took
   */
  Duration waitsUntil(BooleanSupplier happened, Duration step) {
    Duration waited = Duration.ZERO;
    while (!happened.getAsBoolean() && waited.compareTo(Duration.ofMinutes(1)) < 0) {
      driver.advanceWallClockTime(step);
      waited = waited.plus(step);
    }
    return waited;
  }

  /**
   * Wall-clock time passes in which the application does nothing at all, as before a lost broker.
   */
  void standsStill(Duration time) {
    driver.advanceWallClockTime(time);
  }

  /**
   * From here on the audio topic seems to have so many frames, of which the application has heard
   * so many. Before, it has heard all.
   */
  void comesTo(long heard, long written) {
    progress = new Progress(heard, written);
  }

  List<EmotionEvent> emotions() {
    return values(topics.emotions());
  }

  List<Escalation> escalations() {
    return values(topics.escalations());
  }

  /** What was told of calls; null where one was erased. */
  List<CallHistory> histories() {
    return values(topics.history());
  }

  /** The keys of what was told of calls. */
  List<String> callsToldOf() {
    return historyRecords().stream().map(TestRecord::key).toList();
  }

  /** The last record of each call, as a compacted topic keeps it. */
  Map<String, CallHistory> latestHistories() {
    Map<String, CallHistory> latest = new LinkedHashMap<>();
    historyRecords().forEach(history -> latest.put(history.key(), history.value()));
    latest.values().removeIf(Objects::isNull);
    return latest;
  }

  private List<TestRecord<String, CallHistory>> historyRecords() {
    return driver
        .createOutputTopic(
            topics.history().name(),
            topics.history().keys().deserializer(),
            topics.history().values().deserializer())
        .readRecordsToList();
  }

  /** What is known of a customer; null where nothing is. */
  CustomerState customer(String customerId) {
    return driver.<String, CustomerState>getKeyValueStore("customers").get(customerId);
  }

  /** What the application itself wrote to the calls topic. */
  List<CallEvent> inferredCallEvents() {
    return values(topics.calls());
  }

  /** All that the calls topic holds: what gateways told, and what was not read of the inferred. */
  List<CallEvent> callEvents() {
    List<CallEvent> all = new ArrayList<>(told);
    all.addAll(inferredCallEvents());
    return all;
  }

  List<TestRecord<String, byte[]>> deadLetters() {
    return driver
        .createOutputTopic(
            topics.deadLetters().name(),
            topics.deadLetters().keys().deserializer(),
            topics.deadLetters().values().deserializer())
        .readRecordsToList();
  }

  private <V> List<V> values(Topic<V> topic) {
    return driver
        .createOutputTopic(topic.name(), topic.keys().deserializer(), topic.values().deserializer())
        .readValuesToList();
  }

  /** Drops what the topics hold that was not read. */
  void forgetWhatWasTold() {
    emotions();
    escalations();
    histories();
    inferredCallEvents();
    deadLetters();
  }

  /** What the state stores hold, by store. */
  Map<String, List<Object>> keysInStores() {
    Map<String, List<Object>> keys = new LinkedHashMap<>();
    driver
        .getAllStateStores()
        .keySet()
        .forEach(
            name -> {
              KeyValueStore<Object, Object> store = driver.getKeyValueStore(name);
              List<Object> inStore = new ArrayList<>();
              try (var all = store.all()) {
                all.forEachRemaining(entry -> inStore.add(entry.key));
              }
              keys.put(name, inStore);
            });
    return keys;
  }

  /**
   * What a metric has counted so far.
   *
   * @param name without the {@code -total} at its end
   */
  double counted(String name) {
    return driver.metrics().entrySet().stream()
        .filter(metric -> metric.getKey().name().equals(name + "-total"))
        .mapToDouble(metric -> (double) metric.getValue().metricValue())
        .sum();
  }

  @Override
  public void close() {
    driver.close();
  }
}
