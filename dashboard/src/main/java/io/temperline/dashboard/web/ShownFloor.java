package io.temperline.dashboard.web;

import io.temperline.dashboard.access.Sight;
import io.temperline.dashboard.floor.AngerPoint;
import io.temperline.dashboard.floor.CallDetail;
import io.temperline.dashboard.floor.CallSummary;
import io.temperline.dashboard.floor.FloorChanges;
import io.temperline.dashboard.floor.FloorView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The floor as one reader may see it. It remembers what was shown: a call that goes to another
 * queue is taken away, and of one that comes from there everything is told. No id is named that was
 * not shown before.
 */
final class ShownFloor {

  private final Sight sight;
  private final Shown shown;
  private final FloorView floor;

  /** Until when the sparkline of each call is told, epoch ms. */
  private final Map<String, Long> told = new HashMap<>();

  ShownFloor(Sight sight, FloorView floor) {
    this.sight = sight;
    this.shown = new Shown(sight);
    this.floor = floor;
  }

  FloorChanges changes(FloorChanges all) {
    if (!sight.isLimited()) {
      return sight.isMasked() ? with(all, shown.calls(all.calls()), all.removed()) : all;
    }
    if (all.snapshot()) {
      told.clear();
    }
    List<CallSummary> calls = new ArrayList<>();
    List<String> removed = new ArrayList<>();
    for (CallSummary call : all.calls()) {
      if (shown.isSeen(call)) {
        calls.add(news(call, all.snapshot()));
      } else if (told.remove(call.id()) != null) {
        removed.add(call.id());
      }
    }
    all.removed().stream().filter(id -> told.remove(id) != null).forEach(removed::add);
    return with(all, calls, removed);
  }

  private CallSummary news(CallSummary change, boolean isAll) {
    boolean isKnown = told.containsKey(change.id());
    CallSummary call = isKnown || isAll ? change : whole(change);
    long until = told.getOrDefault(call.id(), Long.MIN_VALUE);
    List<AngerPoint> recent = call.recent().stream().filter(point -> point.at() > until).toList();
    told.put(call.id(), recent.isEmpty() ? until : recent.get(recent.size() - 1).at());
    return shown.call(call.withRecent(recent));
  }

  /** The call as it is now, unless it was moved on meanwhile. */
  private CallSummary whole(CallSummary change) {
    return floor.call(change.id()).map(CallDetail::call).filter(shown::isSeen).orElse(change);
  }

  private static FloorChanges with(
      FloorChanges changes, List<CallSummary> calls, List<String> removed) {
    return new FloorChanges(changes.snapshot(), changes.revision(), calls, removed);
  }
}
