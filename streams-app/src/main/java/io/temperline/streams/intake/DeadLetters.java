package io.temperline.streams.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.temperline.schemas.DeadLetterHeaders;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.metrics.Sensor;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;

/** Passes on the bytes of unreadable records, with headers that say whence they came and why. */
final class DeadLetters<T> extends ContextualFixedKeyProcessor<String, Received<T>, byte[]> {

  private Sensor deadLettered;

  @Override
  public void init(FixedKeyProcessorContext<String, byte[]> context) {
    super.init(context);
    deadLettered =
        context
            .metrics()
            .addRateTotalSensor(
                "intake", context.taskId().toString(), "dead-lettered", Sensor.RecordingLevel.INFO);
  }

  @Override
  public void process(FixedKeyRecord<String, Received<T>> record) {
    if (record.value() instanceof Received.Unreadable<T> unreadable) {
      context()
          .forward(
              record
                  .withValue(unreadable.raw())
                  .withHeaders(originAndCause(record.headers(), unreadable.cause())));
      deadLettered.record();
    }
  }

  private Headers originAndCause(Headers original, String cause) {
    Headers headers = new RecordHeaders(original);
    headers.add(DeadLetterHeaders.CAUSE, cause.getBytes(UTF_8));
    context()
        .recordMetadata()
        .ifPresent(
            origin -> {
              headers.add(DeadLetterHeaders.TOPIC, origin.topic().getBytes(UTF_8));
              headers.add(
                  DeadLetterHeaders.PARTITION,
                  Integer.toString(origin.partition()).getBytes(UTF_8));
              headers.add(DeadLetterHeaders.OFFSET, Long.toString(origin.offset()).getBytes(UTF_8));
            });
    return headers;
  }
}
