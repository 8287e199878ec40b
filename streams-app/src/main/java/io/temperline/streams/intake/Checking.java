package io.temperline.streams.intake;

import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;

/** Turns decoded records that make no sense into unreadable ones. */
final class Checking<T> extends ContextualFixedKeyProcessor<String, Received<T>, Received<T>> {

  private final RecordCheck<T> check;

  Checking(RecordCheck<T> check) {
    this.check = check;
  }

  @Override
  public void process(FixedKeyRecord<String, Received<T>> record) {
    context().forward(record.withValue(checked(record)));
  }

  private Received<T> checked(FixedKeyRecord<String, Received<T>> record) {
    if (record.value() instanceof Received.Readable<T> readable) {
      return check
          .objection(record.key(), readable.value(), record.timestamp())
          .<Received<T>>map(cause -> new Received.Unreadable<>(readable.raw(), cause))
          .orElse(readable);
    }
    return record.value();
  }
}
