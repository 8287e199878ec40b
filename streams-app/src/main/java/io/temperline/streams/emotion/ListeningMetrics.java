package io.temperline.streams.emotion;

import java.util.Map;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.metrics.Sensor;
import org.apache.kafka.common.metrics.stats.Meter;
import org.apache.kafka.streams.StreamsMetrics;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/**
 * Counts what is heard and what is dropped, as rate and total, among the task's metrics. Of audio
 * that never came it counts the milliseconds.
 */
final class ListeningMetrics {

  private final StreamsMetrics metrics;
  private final String task;
  private final Sensor late;
  private final Sensor duplicate;
  private final Sensor lost;
  private final Sensor scored;
  private final Sensor notScored;
  private final Sensor endsInferred;

  ListeningMetrics(ProcessorContext<?, ?> context) {
    metrics = context.metrics();
    task = context.taskId().toString();
    late = counter("frames-late");
    duplicate = counter("frames-duplicate");
    lost = sum("audio-lost-ms");
    scored = counter("windows-scored");
    notScored = counter("windows-not-scored");
    endsInferred = counter("call-ends-inferred");
  }

  private Sensor counter(String name) {
    return metrics.addRateTotalSensor("listening", task, name, Sensor.RecordingLevel.INFO);
  }

  /** Adds values up, where {@link #counter} counts how often there was one. */
  private Sensor sum(String name) {
    Sensor sensor =
        metrics.addSensor(
            Thread.currentThread().getName() + "." + task + "." + name, Sensor.RecordingLevel.INFO);
    sensor.add(new Meter(metric(name + "-rate"), metric(name + "-total")));
    return sensor;
  }

  private MetricName metric(String name) {
    String thread = Thread.currentThread().getName();
    return new MetricName(
        name, "stream-listening-metrics", "", Map.of("thread-id", thread, "listening-id", task));
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

  void lost(double ms) {
    if (ms > 0) {
      lost.record(ms);
    }
  }

  void window(boolean wasScored) {
    (wasScored ? scored : notScored).record();
  }

  void endInferred() {
    endsInferred.record();
  }
}
