package io.temperline.streams.emotion;

import org.apache.kafka.common.metrics.Sensor;
import org.apache.kafka.streams.StreamsMetrics;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/** Counts what is heard and what is dropped, as rate and total, among the task's metrics. */
final class ListeningMetrics {

  private final StreamsMetrics metrics;
  private final String task;
  private final Sensor late;
  private final Sensor duplicate;
  private final Sensor scored;
  private final Sensor notScored;
  private final Sensor endsInferred;

  ListeningMetrics(ProcessorContext<?, ?> context) {
    metrics = context.metrics();
    task = context.taskId().toString();
    late = counter("frames-late");
    duplicate = counter("frames-duplicate");
    scored = counter("windows-scored");
    notScored = counter("windows-not-scored");
    endsInferred = counter("call-ends-inferred");
  }

  private Sensor counter(String name) {
    return metrics.addRateTotalSensor("listening", task, name, Sensor.RecordingLevel.INFO);
  }

  void frame(JitterBuffer.Fate fate) {
    switch (fate) {
      case LATE -> late.record();
      case DUPLICATE -> duplicate.record();
      case TAKEN -> {
        // Kafka Streams counts the records that a processor takes.
      }
    }
  }

  void window(boolean wasScored) {
    (wasScored ? scored : notScored).record();
  }

  void endInferred() {
    endsInferred.record();
  }
}
