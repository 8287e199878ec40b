package io.temperline.dashboard.web;

import io.temperline.dashboard.access.Sight;
import io.temperline.dashboard.floor.Alert;
import io.temperline.dashboard.floor.CallDetail;
import io.temperline.dashboard.floor.CallSummary;
import io.temperline.schemas.TrialCalls;
import java.util.List;
import java.util.Optional;

/** Calls as they may be shown to somebody: those that are seen, with customers masked or not. */
final class Shown {

  private final Sight sight;

  Shown(Sight sight) {
    this.sight = sight;
  }

  List<CallSummary> calls(List<CallSummary> calls) {
    return calls.stream().filter(this::isSeen).map(this::call).toList();
  }

  /** A trial is seen by whoever knows its id: it has no queue, and nobody else is told of it. */
  boolean isSeen(CallSummary call) {
    return TrialCalls.isTrial(call.id()) || sight.sees(call.queue());
  }

  Optional<CallDetail> call(Optional<CallDetail> call) {
    return call.filter(known -> isSeen(known.call())).map(this::detail);
  }

  CallSummary call(CallSummary call) {
    if (!sight.isMasked()) {
      return call;
    }
    return new CallSummary(
        call.id(),
        call.live(),
        call.startedAt(),
        call.endedAt(),
        call.endInferred(),
        call.durationMs(),
        call.asOf(),
        sight.customer(call.customer()),
        call.agent(),
        call.queue(),
        call.heldSince(),
        call.emotion(),
        call.anger(),
        call.peakAnger(),
        call.notScored(),
        call.alerts().stream().map(alert -> alert(alert, call.customer())).toList(),
        call.recent());
  }

  private CallDetail detail(CallDetail detail) {
    if (!sight.isMasked()) {
      return detail;
    }
    return new CallDetail(
        detail.revision(),
        call(detail.call()),
        detail.labels(),
        detail.windows(),
        detail.stretches(),
        detail.holds(),
        detail.figures());
  }

  private Alert alert(Alert alert, String customer) {
    return new Alert(
        alert.id(),
        alert.callId(),
        alert.open(),
        alert.severity(),
        alert.rule(),
        alert.ruleVersion(),
        alert.raisedAt(),
        alert.updatedAt(),
        alert.clearedAt(),
        alert.emotion(),
        alert.level(),
        alert.peak(),
        alert.threshold(),
        sight.text(alert.evidence(), customer),
        sight.text(alert.action(), customer));
  }
}
