package io.temperline.dashboard.web;

import io.temperline.dashboard.access.Sight;
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
    return sight.isMasked()
        ? call.told(sight.customer(call.customer()), text -> sight.text(text, call.customer()))
        : call;
  }

  private CallDetail detail(CallDetail detail) {
    return sight.isMasked() ? detail.with(call(detail.call())) : detail;
  }
}
