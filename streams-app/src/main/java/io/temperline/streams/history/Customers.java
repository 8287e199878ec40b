package io.temperline.streams.history;

import io.temperline.schemas.CallHistory;
import io.temperline.schemas.EscalationSummary;
import io.temperline.schemas.Verdict;
import io.temperline.streams.state.CustomerCall;
import io.temperline.streams.state.CustomerSignal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What a call's history means for its customer. */
final class Customers {

  private Customers() {}

  /** What customers are to know after a change to a call's history. */
  static List<HistoryOutcome> told(String customerBefore, CallHistory history) {
    String customer = history.getCustomerId();
    boolean isAnother = !Objects.equals(customerBefore, customer);
    List<HistoryOutcome> outcomes = new ArrayList<>();
    if (isAnother && customerBefore != null) {
      outcomes.add(gone(customerBefore, history.getCallId()));
    }
    if (customer != null && (isAnother || history.getComplete())) {
      CustomerSignal call = CustomerSignal.newBuilder().setCall(summary(history)).build();
      outcomes.add(new HistoryOutcome.OfCustomer(customer, call));
    }
    return outcomes;
  }

  static HistoryOutcome gone(String customerId, String callId) {
    return new HistoryOutcome.OfCustomer(
        customerId, CustomerSignal.newBuilder().setGone(callId).build());
  }

  private static CustomerCall summary(CallHistory history) {
    return CustomerCall.newBuilder()
        .setCallId(history.getCallId())
        .setComplete(history.getComplete())
        .setStartedAt(history.getStartedAt())
        .setDurationMs(history.getDurationMs())
        .setQueue(history.getQueue())
        .setWindowsScored(history.getWindowsScored())
        .setPeakAnger(history.getPeakAnger())
        .setMeanAnger(history.getMeanAnger())
        .setLastEmotion(history.getLastEmotion())
        .setEscalations(history.getEscalations().size() + history.getEscalationsOmitted())
        .setFoundRight(judged(history, Verdict.RIGHT))
        .setFalseAlarms(judged(history, Verdict.FALSE_ALARM))
        .build();
  }

  private static int judged(CallHistory history, Verdict verdict) {
    return (int)
        history.getEscalations().stream()
            .map(EscalationSummary::getVerdict)
            .filter(verdict::equals)
            .count();
  }
}
