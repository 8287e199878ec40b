package io.temperline.streams.failure;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.temperline.schemas.DeadLetterHeaders;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProductionExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives up an output record that is too large, and stops at any other that cannot be written.
 *
 * <p>A record that is too large would be so again for ever. It must be found before the producer
 * sees it: under exactly-once a producer that has refused a record can only abort, whatever a
 * handler answers. So the topics' serializers refuse it, and it comes to {@link
 * #handleSerializationError}. See the record of decisions, number 5.
 */
public final class UnwrittenOutput implements ProductionExceptionHandler {

  private static final Logger LOG = LoggerFactory.getLogger(UnwrittenOutput.class);

  private String deadLetters;

  @Override
  @SuppressWarnings("rawtypes") // as the interface has it
  public Response handleSerializationError(
      ErrorHandlerContext context,
      ProducerRecord record,
      Exception error,
      SerializationExceptionOrigin origin) {
    if (Cause.root(error) instanceof RecordTooLargeException tooLarge) {
      LOG.error(
          "A record of call {} is given up: {}", GivenUp.name(record.key()), tooLarge.getMessage());
      return Response.resume(
          List.of(GivenUp.letter(deadLetters, context, record.key(), cause(record, tooLarge))));
    }
    LOG.warn(
        "A record for {} cannot be written now and is tried again: {}",
        record.topic(),
        Cause.of(error));
    return Response.fail();
  }

  /** A dead letter has its own cause, which matters more. */
  private String cause(ProducerRecord<?, ?> record, RecordTooLargeException tooLarge) {
    Header own =
        record.topic().equals(deadLetters)
            ? record.headers().lastHeader(DeadLetterHeaders.CAUSE)
            : null;
    return own == null
        ? tooLarge.getMessage()
        : "%s (left out: %s)".formatted(new String(own.value(), UTF_8), tooLarge.getMessage());
  }

  @Override
  public Response handleError(
      ErrorHandlerContext context, ProducerRecord<byte[], byte[]> record, Exception error) {
    if (error instanceof RetriableException) {
      return Response.retry();
    }
    if (error instanceof RecordTooLargeException) {
      LOG.error(
          "{} takes no record as large as the producer does: raise its max.message.bytes to"
              + " producer.max.request.size, 1 MiB where that is not set ({})",
          record.topic(),
          error.getMessage());
    } else {
      LOG.warn("{} does not take a record: {}", record.topic(), Cause.of(error));
    }
    return Response.fail();
  }

  @Override
  public void configure(Map<String, ?> config) {
    deadLetters = Handlers.deadLetters(config);
  }
}
