package io.temperline.schemas;

import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/**
 * The topic catalogue: every topic that Temperline reads or writes. All must have the same number
 * of partitions, and all but the rules and the audit are keyed by call id, so that everything about
 * a call meets in one task.
 */
public final class Topics {

  /** The name of {@link #deadLetters()}. */
  public static final String DEAD_LETTERS = "temperline.dead-letters";

  /** Settings of a compacted topic from which what was erased is to be gone within a day. */
  public static final Map<String, String> ERASABLE =
      Map.of("max.compaction.lag.ms", Long.toString(Duration.ofDays(1).toMillis()));

  private static final Duration AUDIO_RETENTION = Duration.ofMinutes(15);
  private static final Duration EVENT_RETENTION = Duration.ofDays(7);
  private static final Duration HISTORY_RETENTION = Duration.ofDays(180);

  /** How long a reader may be away and still hear of an erasure. */
  private static final Duration TOMBSTONES = Duration.ofDays(30);

  private static final Duration DEAD_LETTER_RETENTION = Duration.ofHours(1);
  private static final Duration UNDELIVERED_RETENTION = Duration.ofDays(7);
  private static final Duration AUDIT_RETENTION = Duration.ofDays(365);

  private final Topic<AudioFrame> audio;
  private final Topic<CallEvent> calls;
  private final Topic<CallEvent> inferredEnds;
  private final Topic<EmotionEvent> emotions;
  private final Topic<Escalation> escalations;
  private final Topic<CallHistory> history;
  private final Topic<Command> commands;
  private final Topic<PublishedRules> rules;
  private final Topic<byte[]> deadLetters;
  private final Topic<byte[]> undelivered;
  private final Topic<AuditEntry> audit;

  /**
   * @param serdeConfig configuration of Confluent's Avro serializer and deserializer by its own
   *     keys, at least {@code schema.registry.url}
   */
  public Topics(Map<String, ?> serdeConfig) {
    TrustedClasses.trustOurs();
    audio = avro("temperline.audio", serdeConfig, heard(AUDIO_RETENTION));
    calls = avro("temperline.calls", serdeConfig, heard(EVENT_RETENTION));
    inferredEnds = calls;
    emotions = avro("temperline.emotions", serdeConfig, Topic.deletedAfter(EVENT_RETENTION));
    escalations = avro("temperline.escalations", serdeConfig, Topic.deletedAfter(EVENT_RETENTION));
    history = avro("temperline.history", serdeConfig, historySettings());
    commands = avro("temperline.commands", serdeConfig, heard(EVENT_RETENTION));
    rules = avro("temperline.rules", serdeConfig, Map.of("cleanup.policy", "compact"));
    deadLetters =
        new Topic<>(
            DEAD_LETTERS,
            Serdes.String(),
            Serdes.ByteArray(),
            Topic.deletedAfter(DEAD_LETTER_RETENTION));
    undelivered =
        new Topic<>(
            "temperline.undelivered",
            Serdes.String(),
            Serdes.ByteArray(),
            Topic.deletedAfter(UNDELIVERED_RETENTION));
    audit = avro("temperline.audit", serdeConfig, heard(AUDIT_RETENTION));
  }

  private Topics(Topics unlimited, int mostBytes) {
    audio = unlimited.audio.limitedTo(mostBytes);
    calls = unlimited.calls.limitedTo(mostBytes);
    inferredEnds = unlimited.inferredEnds.limitedTo(mostBytes);
    emotions = unlimited.emotions.limitedTo(mostBytes);
    escalations = unlimited.escalations.limitedTo(mostBytes);
    history = unlimited.history.limitedTo(mostBytes);
    commands = unlimited.commands.limitedTo(mostBytes);
    rules = unlimited.rules.limitedTo(mostBytes);
    deadLetters = unlimited.deadLetters.limitedTo(mostBytes);
    undelivered = unlimited.undelivered.limitedTo(mostBytes);
    audit = unlimited.audit.limitedTo(mostBytes);
  }

  private Topics(Topics live, String name) {
    UnaryOperator<String> own = part -> "temperline.%s.%s".formatted(name, part);
    audio = live.audio;
    calls = live.calls;
    inferredEnds = live.calls.named(own.apply("inferred-ends"));
    emotions = live.emotions.named(own.apply("emotions"));
    escalations = live.escalations.named(own.apply("escalations"));
    history = live.history.named(own.apply("history"));
    commands = live.commands.named(own.apply("commands"));
    rules = live.rules;
    deadLetters = live.deadLetters.named(own.apply("dead-letters"));
    undelivered = live.undelivered;
    audit = live.audit;
  }

  /**
   * For an application that hears the same calls once more beside the live one: it reads the same
   * audio, calls and rules, and has topics of its own for the rest, {@code
   * temperline.NAME.emotions} and so on. What people asked of live alerts is not asked of its own.
   */
  public Topics beside(String name) {
    return new Topics(this, name);
  }

  /**
   * The same topics; writing a larger record fails with {@code RecordTooLargeException}.
   *
   * @param mostBytes of a value with the headers of its record; a key has 4 KiB at most beside it
   */
  public Topics limitedTo(int mostBytes) {
    return new Topics(this, mostBytes);
  }

  public Topic<AudioFrame> audio() {
    return audio;
  }

  public Topic<CallEvent> calls() {
    return calls;
  }

  /** Where the application tells of calls that fell silent; it is {@link #calls()}, but beside. */
  public Topic<CallEvent> inferredEnds() {
    return inferredEnds;
  }

  public Topic<EmotionEvent> emotions() {
    return emotions;
  }

  public Topic<Escalation> escalations() {
    return escalations;
  }

  public Topic<CallHistory> history() {
    return history;
  }

  /** How long a call's history is kept. */
  public Duration historyRetention() {
    return HISTORY_RETENTION;
  }

  /** What people ask; an erasure of a customer is keyed by the customer's id. */
  public Topic<Command> commands() {
    return commands;
  }

  /**
   * Whole rule sets, keyed by version. All stay, for replays; those that were withdrawn too, so
   * that no version means one set today and another one tomorrow.
   */
  public Topic<PublishedRules> rules() {
    return rules;
  }

  /** Raw records that could not be read; {@link DeadLetterHeaders} say whence and why. */
  public Topic<byte[]> deadLetters() {
    return deadLetters;
  }

  /** Escalations, as they were read, that a target did not take; the headers say which and why. */
  public Topic<byte[]> undelivered() {
    return undelivered;
  }

  /** What people saw and changed on the dashboard, by call, or by person where it is about none. */
  public Topic<AuditEntry> audit() {
    return audit;
  }

  /** Those that an application {@link #beside} has for itself. */
  public List<Topic<?>> own() {
    return List.of(inferredEnds, emotions, escalations, history, commands, deadLetters);
  }

  public List<Topic<?>> all() {
    return List.of(
        audio,
        calls,
        emotions,
        escalations,
        history,
        commands,
        rules,
        deadLetters,
        undelivered,
        audit);
  }

  /**
   * Settings of a topic that the application hears. Its records are told apart by the broker's
   * clock: those of gateways must decide neither what is heard first nor when it goes.
   */
  private static Map<String, String> heard(Duration retention) {
    Map<String, String> settings = new HashMap<>(Topic.deletedAfter(retention));
    settings.put("message.timestamp.type", "LogAppendTime");
    return settings;
  }

  private static Map<String, String> historySettings() {
    Map<String, String> settings = new HashMap<>(Topic.deletedAfter(HISTORY_RETENTION));
    settings.put("cleanup.policy", "compact,delete");
    settings.putAll(ERASABLE);
    settings.put("delete.retention.ms", Long.toString(TOMBSTONES.toMillis()));
    return settings;
  }

  private static <V extends SpecificRecord> Topic<V> avro(
      String name, Map<String, ?> serdeConfig, Map<String, String> settings) {
    return new Topic<>(name, Serdes.String(), specificAvro(serdeConfig), settings);
  }

  @SuppressWarnings("unchecked") // the reader is told to make the generated classes
  private static <V extends SpecificRecord> Serde<V> specificAvro(Map<String, ?> serdeConfig) {
    Map<String, Object> config = new HashMap<>(serdeConfig);
    config.put("specific.avro.reader", true);
    Serde<Object> serde = Serdes.serdeFrom(new KafkaAvroSerializer(), deserializer(config));
    serde.configure(config, false);
    return (Serde<V>) (Serde<?>) serde;
  }

  /** Without a client it makes one of its own, which for {@code mock://} is not a real one. */
  private static KafkaAvroDeserializer deserializer(Map<String, Object> config) {
    boolean isMock = String.valueOf(config.get("schema.registry.url")).startsWith("mock://");
    return isMock
        ? new KafkaAvroDeserializer()
        : new KafkaAvroDeserializer(new RegistryClient(config));
  }
}
