package io.temperline.streams.intake;

import io.temperline.schemas.AudioFrame;
import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;

/**
 * Takes a frame's event time from its capturedAt. A capturedAt that is absurdly far from the time
 * at which the broker got the frame would carry the whole task's stream time away with it: such a
 * frame keeps the broker's time, and {@link FrameCheck} then refuses it.
 */
final class EventTime implements TimestampExtractor {

  private final long toleranceMs;

  EventTime(Duration tolerance) {
    toleranceMs = tolerance.toMillis();
  }

  @Override
  public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
    if (record.value() instanceof Received.Readable<?> readable
        && readable.value() instanceof AudioFrame frame) {
      long capturedAt = frame.getCapturedAt().toEpochMilli();
      if (Math.abs(capturedAt - record.timestamp()) <= toleranceMs) {
        return capturedAt;
      }
    }
    return record.timestamp();
  }
}
