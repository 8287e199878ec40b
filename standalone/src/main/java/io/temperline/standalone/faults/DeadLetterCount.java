package io.temperline.standalone.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.temperline.schemas.DeadLetterHeaders;
import io.temperline.schemas.Topics;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.CRC32;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads the dead letters from now on and holds each against the bad record that it is of. */
final class DeadLetterCount implements AutoCloseable {

  /** Headers that go with a bad record to its dead letter: what it is, and a check of its bytes. */
  private static final String KIND = "poison.kind";

  private static final String CHECK = "poison.check";

  private static final Duration POLL = Duration.ofMillis(100);

  private final Topics topics;
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Map<Poison, Integer> byKind = new EnumMap<>(Poison.class);
  private final Set<String> wrong = new TreeSet<>();
  private long count;
  private long strange;

  DeadLetterCount(Topics topics, Map<String, String> clients) {
    this.topics = topics;
    Map<String, Object> config = new HashMap<>(clients);
    config.put("isolation.level", "read_committed");
    consumer =
        new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    List<TopicPartition> partitions =
        consumer.partitionsFor(topics.deadLetters().name()).stream()
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToEnd(partitions);
    partitions.forEach(consumer::position); // or the end would be looked up at the first poll
  }

  static void mark(ProducerRecord<byte[], byte[]> bad, Poison kind) {
    bad.headers().add(KIND, kind.name().getBytes(UTF_8)).add(CHECK, check(bad.value()));
  }

  private static byte[] check(byte[] value) {
    CRC32 crc = new CRC32();
    crc.update(value == null ? new byte[0] : value);
    return ByteBuffer.allocate(Long.BYTES).putLong(crc.getValue()).array();
  }

  /** Reads until there are so many, and a little longer; or until none comes for a while. */
  void await(long expected, Duration patience) {
    long news = System.nanoTime();
    boolean more = true;
    while (more || (count < expected && System.nanoTime() - news < patience.toNanos())) {
      var records = consumer.poll(POLL);
      records.forEach(this::take);
      more = !records.isEmpty();
      news = more ? System.nanoTime() : news;
    }
  }

  private void take(ConsumerRecord<byte[], byte[]> letter) {
    count++;
    if (letter.headers().lastHeader(KIND) == null) {
      strange++;
      return;
    }
    Poison kind = Poison.valueOf(text(letter.headers(), KIND));
    byKind.merge(kind, 1, Integer::sum);
    String cause = text(letter.headers(), DeadLetterHeaders.CAUSE);
    boolean fromAudio =
        text(letter.headers(), DeadLetterHeaders.TOPIC).equals(topics.audio().name())
            && !text(letter.headers(), DeadLetterHeaders.PARTITION).isEmpty()
            && !text(letter.headers(), DeadLetterHeaders.OFFSET).isEmpty();
    byte[] check = letter.headers().lastHeader(CHECK).value();
    boolean ownBytes = Arrays.equals(check, check(letter.value()));
    if (cause.isBlank() || !cause.contains(kind.cause()) || !fromAudio || !ownBytes) {
      wrong.add("%s: %s".formatted(kind, cause));
    }
  }

  private static String text(Headers headers, String name) {
    Header header = headers.lastHeader(name);
    return header == null ? "" : new String(header.value(), UTF_8);
  }

  long count() {
    return count;
  }

  /** Letters of no bad record of ours. */
  long strange() {
    return strange;
  }

  Map<Poison, Integer> byKind() {
    return byKind;
  }

  /** Kinds with a letter that lacks something, with its cause. */
  Set<String> wrong() {
    return wrong;
  }

  @Override
  public void close() {
    consumer.close();
  }
}
