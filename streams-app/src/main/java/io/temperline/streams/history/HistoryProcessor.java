package io.temperline.streams.history;

import io.temperline.schemas.CallHistory;
import java.time.Instant;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** Keeps the history of each live call and tells it anew whenever it changes. */
final class HistoryProcessor implements Processor<String, HistorySignal, String, CallHistory> {

  static final String STORE = "call-history";

  private final HistoryWriter writer = new HistoryWriter();
  private ProcessorContext<String, CallHistory> context;
  private KeyValueStore<String, CallHistory> histories;

  @Override
  public void init(ProcessorContext<String, CallHistory> context) {
    this.context = context;
    histories = context.getStateStore(STORE);
  }

  @Override
  public void process(Record<String, HistorySignal> signal) {
    CallHistory history = histories.get(signal.key());
    if (history == null) {
      history = writer.begin(signal.key(), beginningOf(signal));
    }
    if (signal.value() instanceof HistorySignal.Emotion emotion) {
      writer.add(history, emotion.event());
    } else if (signal.value() instanceof HistorySignal.Alert alert) {
      writer.add(history, alert.step());
    } else if (signal.value() instanceof HistorySignal.Conversation conversation) {
      writer.add(history, conversation.figures());
    } else if (signal.value() instanceof HistorySignal.Call call) {
      writer.add(history, call.event());
    }
    if (history.getComplete()) {
      histories.delete(signal.key());
    } else {
      histories.put(signal.key(), history);
    }
    if (!(signal.value() instanceof HistorySignal.Conversation)) { // that is told with the end
      context.forward(new Record<>(signal.key(), history, history.getUpdatedAt().toEpochMilli()));
    }
  }

  private static Instant beginningOf(Record<String, HistorySignal> signal) {
    if (signal.value() instanceof HistorySignal.Emotion emotion) {
      return emotion.event().getStartsAt();
    }
    if (signal.value() instanceof HistorySignal.Alert alert) {
      return alert.step().getRaisedAt();
    }
    return Instant.ofEpochMilli(signal.timestamp()); // when it takes effect
  }
}
