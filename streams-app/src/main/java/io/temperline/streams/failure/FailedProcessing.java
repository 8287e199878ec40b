package io.temperline.streams.failure;

import java.util.List;
import java.util.Map;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stops at a processor that failed: going on would leave a call's state half changed. Stopping
 * aborts the transaction, and the record is processed again. One failure would come again for ever
 * and harms one call alone, a state that has grown too large to be kept: its change is given up.
 */
public final class FailedProcessing implements ProcessingExceptionHandler {

  private static final Logger LOG = LoggerFactory.getLogger(FailedProcessing.class);

  private String deadLetters;

  /**
   * @param record null where a punctuation failed
   */
  @Override
  public Response handleError(ErrorHandlerContext context, Record<?, ?> record, Exception error) {
    if (record != null && Cause.root(error) instanceof RecordTooLargeException) {
      LOG.error(
          "{} gave up a change of call {}: {}",
          context.processorNodeId(),
          record.key(),
          Cause.root(error).getMessage());
      return Response.resume(
          List.of(
              GivenUp.letter(deadLetters, context, record.key(), Cause.root(error).getMessage())));
    }
    LOG.warn(
        "{} failed {} and tries again: {}",
        context.processorNodeId(),
        record == null ? "at its timer" : "at " + GivenUp.origin(context),
        Cause.of(error));
    return Response.fail();
  }

  @Override
  public void configure(Map<String, ?> config) {
    deadLetters = Handlers.deadLetters(config);
  }
}
