package io.temperline.streams.failure;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stops at an input record that cannot be read. The intake turns bad bytes into dead letters
 * without throwing, so what comes here is no fault of the record: the registry is away. Stopping
 * aborts the transaction, and the record is read again.
 */
public final class UnreadableInput implements DeserializationExceptionHandler {

  private static final Logger LOG = LoggerFactory.getLogger(UnreadableInput.class);

  @Override
  public Response handleError(
      ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception error) {
    LOG.warn(
        "Record {} of {}-{} cannot be read now and is tried again: {}",
        record.offset(),
        record.topic(),
        record.partition(),
        Cause.of(error));
    return Response.fail();
  }

  @Override
  public void configure(Map<String, ?> config) {
    // Nothing to choose.
  }
}
