package io.temperline.dashboard.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.temperline.dashboard.delivery.channel.Channels;
import io.temperline.dashboard.delivery.channel.Step;
import io.temperline.dashboard.source.TopicReader;
import io.temperline.schemas.DeadLetterHeaders;
import io.temperline.schemas.Escalation;
import io.temperline.schemas.Severity;
import io.temperline.schemas.Topic;
import io.temperline.schemas.Topics;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From the topic to a real server, step by step; Kafka's clients are Kafka's own mocks. */
class RoundTest {

  private static final Topics TOPICS = new Topics(Map.of("schema.registry.url", "mock://round"));
  private static final Topic<Escalation> ESCALATIONS = TOPICS.escalations();
  private static final TopicPartition PARTITION = new TopicPartition(ESCALATIONS.name(), 0);
  private static final RandomGenerator NO_JITTER = () -> 0;
  private static final RetryPlan RETRY =
      new RetryPlan(4, Duration.ofSeconds(1), Duration.ofSeconds(60));
  private static final CircuitPlan CIRCUIT = new CircuitPlan(3, Duration.ofSeconds(30));
  private static final Filter FILTER =
      new Filter(
          Severity.INFO,
          EnumSet.of(Step.RAISED, Step.WORSE, Step.CLEARED),
          Set.of(),
          List.of(),
          Set.of(),
          Map.of());

  private final AlertStory ada = new AlertStory("ada");
  private final AlertStory ben = new AlertStory("ben");
  private final TestClock clock = new TestClock();
  private final TestReceiver receiver = TestReceiver.start();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final MockProducer<byte[], byte[]> producer =
      new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
  private final CircuitBreaker breaker = CIRCUIT.breaker("test", clock);
  private final DeliveryMeters figures = new DeliveryMeters(meters, "crm", breaker, clock);
  private final Map<TopicPartition, Long> ends = new HashMap<>(Map.of(PARTITION, 0L));

  private MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
  private Round round = round(false);
  private long written;

  @BeforeEach
  void begin() {
    begin(consumer, round);
  }

  @AfterEach
  void close() {
    receiver.close();
  }

  @Test
  void whatPassesTheFilterIsDeliveredInOrderAndCommitted() throws Exception {
    write(ada.raised(), ada.better(15), ben.raised(), ada.cleared(40));

    steps(6);

    assertThat(told()).containsExactly("ada RAISED", "ben RAISED", "ada CLEARED");
    assertThat(committed()).isEqualTo(4);
    assertThat(steps("delivered")).isEqualTo(3);
    assertThat(steps("filtered")).isEqualTo(1);
    assertThat(meters.get("temperline.delivery.time").timer().count()).isEqualTo(3);
  }

  @Test
  void anAttemptThatFailsIsMadeAgainAfterItsWaitWithTheSameKey() throws Exception {
    receiver.reply(TestReceiver.status(500, ""), TestReceiver.hangUp());
    write(ada.raised(), ada.cleared(40));

    steps(3);
    assertThat(receiver.requests()).hasSize(1);
    assertThat(consumer.paused()).containsExactly(PARTITION);
    assertThat(committed()).isZero();

    clock.pass(Duration.ofSeconds(1));
    steps(2);
    assertThat(receiver.requests()).hasSize(2);

    clock.pass(Duration.ofSeconds(2));
    steps(3);
    assertThat(told()).containsExactly("ada RAISED", "ada RAISED", "ada RAISED", "ada CLEARED");
    assertThat(keys().subList(0, 3)).containsOnly(keys().get(0));
    assertThat(keys().get(3)).isNotEqualTo(keys().get(0));
    assertThat(consumer.paused()).isEmpty();
    assertThat(meters.get("temperline.delivery.retries").counter().count()).isEqualTo(2);
  }

  @Test
  void aTargetThatAsksForTimeGetsIt() throws Exception {
    receiver.reply(TestReceiver.status(429, "Retry-After", "20"));
    write(ada.raised());

    steps(2);
    clock.pass(Duration.ofSeconds(19));
    steps(2);
    assertThat(receiver.requests()).hasSize(1);

    clock.pass(Duration.ofSeconds(1));
    steps(2);
    assertThat(receiver.requests()).hasSize(2);
    assertThat(committed()).isEqualTo(1);
  }

  @Test
  void whatIsRefusedIsPutAsideAsItWasReadAndTheNextGoesOn() throws Exception {
    receiver.reply(TestReceiver.status(400, "invalid_payload"));
    ConsumerRecord<byte[], byte[]> refused = write(ada.raised()).get(0);
    write(ben.raised());

    steps(4);

    assertThat(told()).containsExactly("ada RAISED", "ben RAISED");
    ProducerRecord<byte[], byte[]> letter = producer.history().get(0);
    assertThat(producer.history()).hasSize(1);
    assertThat(letter.topic()).isEqualTo("temperline.undelivered");
    assertThat(letter.key()).isEqualTo(refused.key());
    assertThat(letter.value()).isEqualTo(refused.value());
    assertThat(header(letter, DeadLetterHeaders.TARGET)).isEqualTo("crm");
    assertThat(header(letter, DeadLetterHeaders.CAUSE)).isEqualTo("answered 400: invalid_payload");
    assertThat(header(letter, DeadLetterHeaders.ATTEMPTS)).isEqualTo("1");
    assertThat(header(letter, DeadLetterHeaders.TOPIC)).isEqualTo("temperline.escalations");
    assertThat(header(letter, DeadLetterHeaders.PARTITION)).isEqualTo("0");
    assertThat(header(letter, DeadLetterHeaders.OFFSET)).isEqualTo("0");
    assertThat(steps("undelivered")).isEqualTo(1);
  }

  @Test
  void afterTheLastAttemptItIsPutAside() throws Exception {
    receiver.reply(4, TestReceiver.status(500, "out of order"));
    write(ada.raised(), ben.raised());

    passMinutes(5);

    assertThat(producer.history()).hasSize(1);
    assertThat(header(producer.history().get(0), DeadLetterHeaders.ATTEMPTS)).isEqualTo("4");
    assertThat(told().get(4)).isEqualTo("ben RAISED");
    assertThat(committed()).isEqualTo(2);
  }

  @Test
  void nothingIsCommittedBeforeWhatWasGivenUpIsKept() throws Exception {
    receiver.reply(TestReceiver.status(400, ""));
    producer.sendException = new TimeoutException("Kafka is away");
    write(ada.raised());

    steps(3);
    assertThat(committed()).isZero();

    producer.sendException = null;
    clock.pass(Duration.ofSeconds(2));
    steps(2);
    assertThat(receiver.requests()).as("it was refused already").hasSize(1);
    assertThat(producer.history()).hasSize(1);
    assertThat(committed()).isEqualTo(1);
  }

  @Test
  void whatCannotBeReadIsPutAsideToo() throws Exception {
    append("garbage".getBytes(UTF_8), new byte[] {7, 7, 7});
    write(ada.raised());

    steps(4);

    assertThat(header(producer.history().get(0), DeadLetterHeaders.CAUSE))
        .startsWith("cannot be read: ");
    assertThat(told()).containsExactly("ada RAISED");
  }

  @Test
  void anErasedCallIsPassedOver() throws Exception {
    append("ada".getBytes(UTF_8), null);

    steps(2);

    assertThat(receiver.requests()).isEmpty();
    assertThat(committed()).isEqualTo(1);
  }

  @Test
  void aTargetThatFailsInARowIsLeftAloneAndTriedOnceInAWhile() throws Exception {
    receiver.reply(4, TestReceiver.status(503, ""));
    write(ada.raised(), ben.raised());
    steps(2);
    clock.pass(Duration.ofSeconds(1));
    steps(2);
    clock.pass(Duration.ofSeconds(2));
    steps(2);
    assertThat(receiver.requests()).hasSize(3);
    assertThat(circuitIsOpen()).isTrue();

    clock.pass(Duration.ofSeconds(29));
    steps(5);
    assertThat(receiver.requests()).as("it is left alone").hasSize(3);
    assertThat(consumer.paused()).as("and its records wait in Kafka").containsExactly(PARTITION);

    clock.pass(Duration.ofSeconds(2));
    steps(5);
    assertThat(receiver.requests()).as("one attempt, which fails").hasSize(4);
    assertThat(circuitIsOpen()).isTrue();
    assertThat(producer.history()).as("and was the record's last").hasSize(1);

    clock.pass(Duration.ofSeconds(31));
    steps(3);
    assertThat(told()).endsWith("ben RAISED");
    assertThat(circuitIsOpen()).isFalse();
    assertThat(committed()).isEqualTo(2);
  }

  @Test
  void aTargetThatRefusesLettersIsNotLeftAlone() throws Exception {
    receiver.reply(5, TestReceiver.status(422, "no such priority"));
    write(ada.raised(), ada.cleared(20), ben.raised(), ben.cleared(20), ada.raised(), ben.raised());

    steps(12);

    assertThat(circuitIsOpen()).isFalse();
    assertThat(producer.history()).as("each put aside at once").hasSize(5);
    assertThat(steps("delivered")).isEqualTo(1);
    assertThat(receiver.requests()).hasSize(6);
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 404, 410, 302})
  void aTargetThatTurnsEverybodyAwayIsLeftAlone(int status) throws Exception {
    receiver.reply(3, TestReceiver.status(status, ""));
    write(ada.raised(), ada.cleared(20), ben.raised(), ben.cleared(20));

    steps(12);

    assertThat(circuitIsOpen()).isTrue();
    assertThat(producer.history()).as("each put aside at once").hasSize(3);
    assertThat(receiver.requests()).as("what comes after waits").hasSize(3);

    clock.pass(Duration.ofSeconds(31));
    steps(3);
    assertThat(told()).endsWith("ben CLEARED");
    assertThat(circuitIsOpen()).isFalse();
  }

  @Test
  void howLongAnAlertWaitsIsAFigure() throws Exception {
    receiver.reply(TestReceiver.status(500, ""));
    write(ada.raised());
    assertThat(waitingSeconds()).isZero();

    steps(1);
    clock.pass(Duration.ofMillis(500));
    assertThat(waitingSeconds()).as("raised at 10 s, and it is 20.5 s").isEqualTo(10.5);

    clock.pass(Duration.ofSeconds(1));
    steps(1);
    assertThat(waitingSeconds()).isZero();
  }

  @Test
  void aCrashBetweenSendingAndCommittingRepeatsTheDeliveryUnderTheSameKey() throws Exception {
    List<ConsumerRecord<byte[], byte[]>> records = write(ada.raised(), ada.cleared(40));
    courier().bring(records.get(0)); // and then the process dies: nothing was committed

    restart(Map.of(PARTITION, new OffsetAndMetadata(0)));
    records.forEach(consumer::addRecord);
    steps(3);

    assertThat(told()).containsExactly("ada RAISED", "ada RAISED", "ada CLEARED");
    assertThat(keys().get(0)).isEqualTo(keys().get(1));
  }

  @Test
  void aNewTargetBeginsAtTheEndAndNotesThatAtOnce() throws Exception {
    restart(Map.of());

    assertThat(committed()).as("before anything was delivered").isEqualTo(5);
  }

  @Test
  void aPartitionThatIsTakenAwayIsForgottenWithItsRecords() throws Exception {
    receiver.reply(TestReceiver.status(500, ""));
    write(ada.raised());
    steps(1);

    consumer.rebalance(List.of());
    clock.pass(Duration.ofSeconds(5));
    steps(3);

    assertThat(receiver.requests()).as("another dashboard has it now").hasSize(1);
  }

  private Courier courier() {
    Target target =
        new Target(
            "crm",
            Target.Kind.SLACK,
            new Channels(clock).slack(receiver.uri("/services/T0KEN"), Duration.ofSeconds(20)),
            FILTER,
            RETRY,
            CIRCUIT);
    return new Courier(
        target,
        new Notices(new TopicReader<>(ESCALATIONS), FILTER, Optional.empty()),
        new UndeliveredTopic(TOPICS.undelivered().name(), () -> producer),
        breaker,
        figures,
        clock,
        NO_JITTER);
  }

  private Round round(boolean fromTheBeginning) {
    return new Round(consumer, courier(), fromTheBeginning);
  }

  private void begin(MockConsumer<byte[], byte[]> consumer, Round round) {
    consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
    consumer.updateEndOffsets(ends);
    round.begin(ESCALATIONS.name());
    consumer.rebalance(List.of(PARTITION));
  }

  /** Another process, with what the group has committed. */
  private void restart(Map<TopicPartition, OffsetAndMetadata> committed) {
    consumer = new MockConsumer<>("earliest");
    round = round(false);
    ends.put(PARTITION, committed.isEmpty() ? 5L : 0L);
    begin(consumer, round);
  }

  private List<ConsumerRecord<byte[], byte[]>> write(Escalation... steps) {
    return List.of(steps).stream()
        .map(
            step ->
                append(
                    step.getCallId().getBytes(UTF_8),
                    ESCALATIONS.values().serializer().serialize(ESCALATIONS.name(), step)))
        .toList();
  }

  private ConsumerRecord<byte[], byte[]> append(byte[] key, byte[] value) {
    ConsumerRecord<byte[], byte[]> record =
        new ConsumerRecord<>(
            PARTITION.topic(),
            PARTITION.partition(),
            written++,
            AlertStory.at(10).toEpochMilli(),
            TimestampType.CREATE_TIME,
            0,
            0,
            key,
            value,
            new RecordHeaders(),
            Optional.empty());
    consumer.addRecord(record);
    return record;
  }

  private void steps(int count) throws InterruptedException {
    for (int i = 0; i < count; i++) {
      round.step();
    }
  }

  private void passMinutes(int minutes) throws InterruptedException {
    for (int second = 0; second < minutes * 60; second++) {
      clock.pass(Duration.ofSeconds(1));
      round.step();
    }
  }

  private List<String> told() {
    return receiver.requests().stream()
        .map(TestReceiver.Request::text)
        .map(
            text ->
                (text.contains("call ada") ? "ada " : "ben ")
                    + (text.contains("*Cleared") ? "CLEARED" : "RAISED"))
        .toList();
  }

  private List<String> keys() {
    return receiver.requests().stream().map(r -> r.header("Idempotency-Key")).toList();
  }

  private long committed() {
    return Optional.ofNullable(consumer.committed(Set.of(PARTITION)).get(PARTITION))
        .map(OffsetAndMetadata::offset)
        .orElse(0L);
  }

  private double steps(String outcome) {
    return meters.get("temperline.delivery.steps").tag("outcome", outcome).counter().count();
  }

  private boolean circuitIsOpen() {
    return meters.get("temperline.delivery.circuit.open").gauge().value() == 1;
  }

  private double waitingSeconds() {
    return meters.get("temperline.delivery.waiting").timeGauge().value();
  }

  private static String header(ProducerRecord<?, ?> letter, String name) {
    return new String(letter.headers().lastHeader(name).value(), UTF_8);
  }
}
