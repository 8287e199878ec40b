package io.temperline.standalone.rescore;

import io.temperline.rules.RuleEngine;
import io.temperline.rules.RuleSet;
import io.temperline.schemas.CallEvent;
import io.temperline.schemas.EmotionEvent;
import io.temperline.schemas.Escalation;
import io.temperline.schemas.Topic;
import io.temperline.schemas.Topics;
import io.temperline.standalone.CannotStartException;
import io.temperline.standalone.past.PastCalls;
import io.temperline.streams.escalation.Backtest;
import io.temperline.streams.escalation.JudgedCall;
import io.temperline.streams.escalation.PastListener;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * The emotions and escalations of recordings in topics of their own, as kept audio has them: keyed
 * by the call's id, each call's in order. Records are as old as they are written, so that they stay
 * as long as live ones; what they say is in the recording's time, which begins at the epoch.
 */
final class RecordingTopics {

  private final Map<String, String> clients;
  private final Topics topics;
  private final String name;
  private final Consumer<String> progress;

  /**
   * @param clients what Kafka's clients and serializers need
   * @param name of the new topics, after {@code temperline.}
   * @param progress is told what happens
   */
  RecordingTopics(Map<String, String> clients, String name, Consumer<String> progress) {
    this.clients = clients;
    this.name = name;
    this.progress = progress;
    topics = new Topics(clients).beside(name);
  }

  /**
   * @param rules that raise the escalations
   * @throws CannotStartException where there are such topics already, or Kafka refuses
   */
  void write(PastCalls calls, RuleSet rules) throws InterruptedException {
    createTopics();
    RuleEngine engine = new RuleEngine(rules);
    Backtest test = new Backtest(at -> engine);
    AtomicReference<Exception> failure = new AtomicReference<>();
    try (Producer<String, byte[]> producer = producer()) {
      Consumer<ProducerRecord<String, byte[]>> send =
          record -> producer.send(record, (sent, e) -> failure.compareAndSet(null, e));
      calls.tellTo(List.of(new Told(topics.emotions(), send), test));
      for (JudgedCall call : test.finish()) {
        for (Escalation step : call.steps()) {
          send.accept(record(topics.escalations(), step.getCallId(), step));
        }
      }
    }
    if (failure.get() != null) {
      throw new CannotStartException("Kafka refuses: " + failure.get().getMessage(), failure.get());
    }
    progress.accept("wrote temperline.%s.emotions and .escalations".formatted(name));
  }

  private void createTopics() throws InterruptedException {
    try (Admin admin = Admin.create(Map.<String, Object>copyOf(clients))) {
      String twin = new Topics(clients).emotions().name();
      new SeparateTopics(admin).create(List.of(topics.emotions(), topics.escalations()), twin);
    } catch (ExecutionException e) {
      throw new CannotStartException("Kafka refuses: " + e.getCause().getMessage(), e);
    }
  }

  private Producer<String, byte[]> producer() {
    Map<String, Object> config = new HashMap<>(clients);
    config.remove(ProducerConfig.TRANSACTIONAL_ID_CONFIG);
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    return new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
  }

  private static <V> ProducerRecord<String, byte[]> record(Topic<V> topic, String key, V value) {
    byte[] bytes = topic.values().serializer().serialize(topic.name(), value);
    return new ProducerRecord<>(topic.name(), key, bytes);
  }

  /** Sends each window that was heard. */
  private record Told(Topic<EmotionEvent> emotions, Consumer<ProducerRecord<String, byte[]>> send)
      implements PastListener {

    @Override
    public void learn(CallEvent event) {
      // What happened to a recorded call is beside the recording.
    }

    @Override
    public void hear(EmotionEvent event) {
      send.accept(record(emotions, event.getCallId(), event));
    }
  }
}
