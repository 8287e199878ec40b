package io.temperline.streams.history;

import io.temperline.schemas.CallEventType;
import io.temperline.schemas.CallHistory;
import io.temperline.schemas.Command;
import io.temperline.schemas.EscalationStatus;
import io.temperline.streams.history.HistoryOutcome.Erased;
import io.temperline.streams.history.HistoryOutcome.Told;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Keeps the history of each live call and tells it when it has changed, at most once in an
 * interval, and at once when the call ends. After that only what becomes of its alerts is told.
 */
final class HistoryProcessor implements Processor<String, HistorySignal, String, HistoryOutcome> {

  private static final Duration TIDYING = Duration.ofMinutes(1);
  private static final Duration SHORTEST_LOOK = Duration.ofMillis(10);

  private final HistoryWriter writer = new HistoryWriter();
  private final Duration interval;
  private final Duration memory;
  private final Pace pace;
  private ProcessorContext<String, HistoryOutcome> context;
  private Histories histories;

  /**
   * @param interval the least time from one record of a live call to the next
   * @param memory how long a completed call's alerts can be judged
   */
  HistoryProcessor(Duration interval, Duration memory) {
    this.interval = interval;
    this.memory = memory;
    pace = new Pace(interval);
  }

  @Override
  public void init(ProcessorContext<String, HistoryOutcome> context) {
    this.context = context;
    histories = new Histories(context);
    histories.liveCalls().forEach(pace::waits); // whether all was told is not known
    Duration look = interval.dividedBy(4);
    context.schedule(
        look.compareTo(SHORTEST_LOOK) < 0 ? SHORTEST_LOOK : look,
        PunctuationType.WALL_CLOCK_TIME,
        now -> pace.due(now).forEach(callId -> histories.live(callId).ifPresent(this::tell)));
    context.schedule(
        TIDYING, PunctuationType.WALL_CLOCK_TIME, now -> histories.forget(now, memory));
  }

  @Override
  public void process(Record<String, HistorySignal> signal) {
    String callId = signal.key();
    if (signal.value() instanceof HistorySignal.Erasure erasure) {
      erase(erasure.command(), signal.timestamp());
    } else if (histories.isErased(callId)) {
      beSilentUntilTheEnd(callId, signal.value());
    } else {
      Optional<CallHistory> live = histories.live(callId);
      if (live.isPresent()) {
        goOn(live.get(), signal.value());
      } else {
        beginOrJudge(callId, signal.value());
      }
    }
  }

  private void goOn(CallHistory history, HistorySignal signal) {
    String customerBefore = history.getCustomerId();
    write(history, signal);
    if (history.getComplete()) {
      pace.forget(history.getCallId());
      histories.complete(history, now());
      tellCustomers(customerBefore, history);
      tell(history);
    } else {
      histories.put(history);
      tellCustomers(customerBefore, history);
      boolean isToldWithTheEnd = signal instanceof HistorySignal.Conversation;
      if (!isToldWithTheEnd && pace.mayTell(history.getCallId(), now())) {
        tell(history);
      }
    }
  }

  /** Nothing but an alert's step is of any meaning once a call is over. */
  private void beginOrJudge(String callId, HistorySignal signal) {
    Optional<CallHistory> completed = histories.completed(callId);
    if (signal instanceof HistorySignal.Alert alert) {
      if (completed.isPresent()) {
        goOn(completed.get(), signal);
      } else if (alert.step().getStatus() == EscalationStatus.RAISED) {
        goOn(writer.begin(callId, signal.at()), signal);
      }
    } else if (completed.isEmpty()) {
      goOn(writer.begin(callId, signal.at()), signal);
    }
  }

  private void write(CallHistory history, HistorySignal signal) {
    if (signal instanceof HistorySignal.Emotion emotion) {
      writer.add(history, emotion.event());
    } else if (signal instanceof HistorySignal.Alert alert) {
      writer.add(history, alert.step());
    } else if (signal instanceof HistorySignal.Conversation conversation) {
      writer.add(history, conversation.figures());
    } else if (signal instanceof HistorySignal.Call call) {
      writer.add(history, call.event());
    }
  }

  private void erase(Command command, long timestamp) {
    String callId = command.getCallId();
    Stream.concat(
            Stream.ofNullable(command.getCustomerId()),
            Stream.concat(histories.live(callId).stream(), histories.completed(callId).stream())
                .map(CallHistory::getCustomerId)
                .flatMap(Stream::ofNullable))
        .distinct()
        .forEach(customer -> forward(callId, Customers.gone(customer, callId), timestamp));
    histories.erase(callId);
    pace.forget(callId);
    forward(callId, new Erased(), timestamp);
  }

  private void beSilentUntilTheEnd(String callId, HistorySignal signal) {
    if (signal instanceof HistorySignal.Call call
        && call.event().getType() == CallEventType.ENDED) {
      histories.forget(callId);
    }
  }

  private void tellCustomers(String customerBefore, CallHistory history) {
    Customers.told(customerBefore, history)
        .forEach(outcome -> forward(history.getCallId(), outcome, timestamp(history)));
  }

  /** Takes the history as it is kept, which is put away already. */
  private void tell(CallHistory history) {
    forward(history.getCallId(), new Told(writer.finish(history)), timestamp(history));
  }

  private void forward(String callId, HistoryOutcome outcome, long timestamp) {
    context.forward(new Record<>(callId, outcome, timestamp));
  }

  private static long timestamp(CallHistory history) {
    return history.getUpdatedAt().toEpochMilli();
  }

  private long now() {
    return context.currentSystemTimeMs();
  }
}
