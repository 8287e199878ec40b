package io.temperline.streams.failure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.temperline.schemas.DeadLetterHeaders;
import java.net.ConnectException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.errors.ProductionExceptionHandler;
import org.apache.kafka.streams.errors.ProductionExceptionHandler.SerializationExceptionOrigin;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HandlersTest {

  private static final ErrorHandlerContext FIFTH_FRAME = new AtFifthFrame();
  private static final Exception TOO_LARGE =
      new SerializationException(new RecordTooLargeException("a record has too many bytes"));

  private final UnwrittenOutput production = new UnwrittenOutput();
  private final FailedProcessing processing = new FailedProcessing();

  @BeforeEach
  void configure() {
    production.configure(Handlers.settings());
    processing.configure(Handlers.settings());
  }

  @Test
  void aRecordThatCannotBeReadNowIsTriedAgain() {
    var response =
        new UnreadableInput()
            .handleError(
                FIFTH_FRAME,
                new ConsumerRecord<>("temperline.audio", 0, 5, null, new byte[1]),
                new SerializationException(new ConnectException("Connection refused")));

    assertThat(response.result()).isEqualTo(DeserializationExceptionHandler.Result.FAIL);
    assertThat(response.deadLetterQueueRecords()).isEmpty();
  }

  @Test
  void whatAProcessorOrItsTimerFailsAtIsTriedAgain() {
    var error = new IllegalStateException("broken");
    assertThat(processing.handleError(FIFTH_FRAME, new Record<>("ada", 1, 0), error).result())
        .isEqualTo(ProcessingExceptionHandler.Result.FAIL);
    assertThat(processing.handleError(FIFTH_FRAME, null, error).result())
        .isEqualTo(ProcessingExceptionHandler.Result.FAIL);
  }

  @Test
  void aChangeThatMakesAStateTooLargeIsGivenUp() {
    var response = processing.handleError(FIFTH_FRAME, new Record<>("ada", 1, 0), TOO_LARGE);

    assertThat(response.result()).isEqualTo(ProcessingExceptionHandler.Result.RESUME);
    assertThat(response.deadLetterQueueRecords()).singleElement().satisfies(this::isALetterOfAda);
  }

  /** Whose change a timer was about to make is not known. */
  @Test
  void aTimerThatMakesAStateTooLargeStops() {
    assertThat(processing.handleError(FIFTH_FRAME, null, TOO_LARGE).result())
        .isEqualTo(ProcessingExceptionHandler.Result.FAIL);
  }

  @Test
  void anOutputThatIsTooLargeIsGivenUpBeforeTheProducerSeesIt() {
    var response = unserializable(TOO_LARGE);

    assertThat(response.result()).isEqualTo(ProductionExceptionHandler.Result.RESUME);
    assertThat(response.deadLetterQueueRecords()).singleElement().satisfies(this::isALetterOfAda);
  }

  @Test
  void anOutputThatTheRegistryIsAwayForIsTriedAgain() {
    assertThat(unserializable(new ConnectException("Connection refused")).result())
        .isEqualTo(ProductionExceptionHandler.Result.FAIL);
  }

  @Test
  void whatTheBrokerRefusesStopsAndWhatItMissesIsSentAgain() {
    assertThat(unsendable(new InvalidTopicException("gone")).result())
        .isEqualTo(ProductionExceptionHandler.Result.FAIL);
    assertThat(unsendable(new RecordTooLargeException("too large")).result())
        .isEqualTo(ProductionExceptionHandler.Result.FAIL);
    assertThat(unsendable(new TimeoutException("later")).result())
        .isEqualTo(ProductionExceptionHandler.Result.RETRY);
  }

  private ProductionExceptionHandler.Response unserializable(Exception error) {
    return production.handleSerializationError(
        FIFTH_FRAME,
        new ProducerRecord<>("temperline.history", "ada", new Object()),
        error,
        SerializationExceptionOrigin.VALUE);
  }

  private ProductionExceptionHandler.Response unsendable(Exception error) {
    return production.handleError(
        FIFTH_FRAME, new ProducerRecord<>("temperline.history", new byte[3], new byte[3]), error);
  }

  private void isALetterOfAda(ProducerRecord<byte[], byte[]> letter) {
    assertThat(letter.topic()).isEqualTo("temperline.dead-letters");
    assertThat(letter.key()).isEqualTo("ada".getBytes(UTF_8));
    assertThat(letter.value()).isNull();
    assertThat(header(letter, DeadLetterHeaders.CAUSE)).isEqualTo("a record has too many bytes");
    assertThat(header(letter, DeadLetterHeaders.TOPIC)).isEqualTo("temperline.audio");
    assertThat(header(letter, DeadLetterHeaders.PARTITION)).isEqualTo("0");
    assertThat(header(letter, DeadLetterHeaders.OFFSET)).isEqualTo("5");
  }

  private static String header(ProducerRecord<?, ?> letter, String name) {
    return new String(letter.headers().lastHeader(name).value(), UTF_8);
  }

  private static final class AtFifthFrame implements ErrorHandlerContext {

    @Override
    public String topic() {
      return "temperline.audio";
    }

    @Override
    public int partition() {
      return 0;
    }

    @Override
    public long offset() {
      return 5;
    }

    @Override
    public Headers headers() {
      return new RecordHeaders();
    }

    @Override
    public String processorNodeId() {
      return "listen";
    }

    @Override
    public TaskId taskId() {
      return new TaskId(0, 0);
    }

    @Override
    public long timestamp() {
      return 0;
    }

    @Override
    public byte[] sourceRawKey() {
      return null;
    }

    @Override
    public byte[] sourceRawValue() {
      return null;
    }
  }
}
