package io.temperline.dashboard.web;

import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import io.temperline.dashboard.access.Sight;
import io.temperline.dashboard.floor.AngerPoint;
import io.temperline.dashboard.floor.CallDetail;
import io.temperline.dashboard.floor.CallSummary;
import io.temperline.dashboard.floor.FloorChanges;
import io.temperline.dashboard.floor.FloorView;
import io.temperline.dashboard.web.FloorMessage.News;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The floor as all were told of it who see the same, and what is different now. A call of which
 * something was told in the last step waits for the next. A call that goes to a queue that is not
 * seen is taken away, and of one that comes from there everything is told; no id is named that was
 * not shown before. Not thread-safe: {@link FloorHub} guards it.
 */
final class ToldFloor {

  private static final String ID = "id";
  private static final String RECENT = "recent";

  private final FloorView floor;
  private final Shown shown;
  private final JsonMapper json;
  private final Map<String, Told> told = new LinkedHashMap<>();
  private long step;
  private Optional<Long> known = Optional.empty();
  private long knownBefore;

  ToldFloor(FloorView floor, Sight sight, JsonMapper json) {
    this.floor = floor;
    this.shown = new Shown(sight);
    this.json = json;
  }

  /**
   * What was told of a call.
   *
   * @param fields all but the sparkline
   * @param step in which something was told last
   */
  private record Told(Map<String, JsonNode> fields, long step) {}

  /** What is new since the last step; all, in the first one. */
  News next() {
    step++;
    // What had to wait in the last step came after the one before it.
    FloorChanges all = known.isEmpty() ? floor.snapshot() : floor.changesSince(knownBefore);
    knownBefore = known.orElse(all.revision());
    known = Optional.of(all.revision());
    if (all.snapshot()) {
      told.clear();
    }
    List<JsonNode> calls = new ArrayList<>();
    List<String> removed = new ArrayList<>();
    for (CallSummary call : all.calls()) {
      if (shown.isSeen(call)) {
        news(call, all.snapshot()).ifPresent(calls::add);
      } else if (told.remove(call.id()) != null) {
        removed.add(call.id());
      }
    }
    all.removed().stream().filter(id -> told.remove(id) != null).forEach(removed::add);
    return new News(all.snapshot(), all.revision(), calls, removed);
  }

  /**
   * All that was told. Of the sparklines it may have points that are only told in the next step.
   */
  News whole() {
    Map<String, List<AngerPoint>> sparklines = new HashMap<>();
    floor.snapshot().calls().forEach(call -> sparklines.put(call.id(), call.recent()));
    List<JsonNode> calls = new ArrayList<>();
    told.forEach(
        (id, call) -> calls.add(withRecent(call.fields(), sparklines.getOrDefault(id, List.of()))));
    return new News(true, known.orElseThrow(), calls, List.of());
  }

  private Optional<JsonNode> news(CallSummary change, boolean isAll) {
    Told before = told.get(change.id());
    if (before != null && before.step() == step - 1) {
      return Optional.empty();
    }
    CallSummary call = before == null && !isAll ? whole(change) : change;
    Map<String, JsonNode> fields = fields(call);
    Map<String, JsonNode> different = new LinkedHashMap<>(fields);
    if (before != null) {
      different.entrySet().removeAll(before.fields().entrySet());
    }
    if (different.isEmpty() && call.recent().isEmpty()) {
      return Optional.empty();
    }
    told.put(call.id(), new Told(fields, step));
    different.put(ID, fields.get(ID));
    return Optional.of(withRecent(different, call.recent()));
  }

  /** The call as it is now, unless it was moved on meanwhile. */
  private CallSummary whole(CallSummary change) {
    return floor.call(change.id()).map(CallDetail::call).filter(shown::isSeen).orElse(change);
  }

  private Map<String, JsonNode> fields(CallSummary call) {
    Map<String, JsonNode> fields = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> field :
        tree(shown.call(call.withRecent(List.of()))).entries()) {
      fields.put(field.getKey(), field.getValue());
    }
    fields.remove(RECENT);
    return fields;
  }

  private JsonNode withRecent(Map<String, JsonNode> fields, List<AngerPoint> recent) {
    Map<String, JsonNode> all = new LinkedHashMap<>(fields);
    all.put(RECENT, tree(recent));
    return JsonNode.createObjectNode(all);
  }

  private JsonNode tree(Object value) {
    try {
      return json.writeValueToTree(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
