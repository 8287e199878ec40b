package io.temperline.standalone.export;

import io.temperline.schemas.CallHistory;
import io.temperline.schemas.EscalationSummary;
import io.temperline.schemas.RecordJson;
import io.temperline.schemas.Verdict;
import java.util.List;
import java.util.function.Function;

/**
 * A column of the exported calls, of which each call has one row.
 *
 * @param sqlType its type in PostgreSQL
 * @param reader gives text, numbers, booleans, instants or null; JSON as text
 */
record Column(String name, String sqlType, Function<CallHistory, Object> reader) {

  static final String KEY = "call_id";

  /** All of them, the key first. */
  static final List<Column> ALL =
      List.of(
          new Column(KEY, "text", CallHistory::getCallId),
          new Column("complete", "boolean", CallHistory::getComplete),
          new Column("started_at", "timestamptz", CallHistory::getStartedAt),
          new Column("ended_at", "timestamptz", CallHistory::getEndedAt),
          new Column("end_inferred", "boolean", CallHistory::getEndInferred),
          new Column("duration_ms", "bigint", CallHistory::getDurationMs),
          new Column("customer_id", "text", CallHistory::getCustomerId),
          new Column("agent_id", "text", CallHistory::getAgentId),
          new Column("queue", "text", CallHistory::getQueue),
          new Column("language", "text", CallHistory::getLanguage),
          new Column("direction", "text", call -> call.getDirection().name()),
          new Column("windows_scored", "integer", CallHistory::getWindowsScored),
          new Column("windows_not_scored", "integer", CallHistory::getWindowsNotScored),
          new Column("first_emotion", "text", CallHistory::getFirstEmotion),
          new Column("last_emotion", "text", CallHistory::getLastEmotion),
          new Column("peak_anger", "real", CallHistory::getPeakAnger),
          new Column("mean_anger", "real", CallHistory::getMeanAnger),
          new Column("valence_q1", "real", quarter(0)),
          new Column("valence_q2", "real", quarter(1)),
          new Column("valence_q3", "real", quarter(2)),
          new Column("valence_q4", "real", quarter(3)),
          new Column("valence_trend", "real", CallHistory::getValenceTrend),
          new Column(
              "escalation_count",
              "integer",
              call -> call.getEscalations().size() + call.getEscalationsOmitted()),
          new Column("found_right", "integer", judged(Verdict.RIGHT)),
          new Column("false_alarms", "integer", judged(Verdict.FALSE_ALARM)),
          new Column("seconds_by_emotion", "jsonb", json(CallHistory::getSecondsByEmotion)),
          new Column("not_scored_reasons", "jsonb", json(CallHistory::getNotScoredReasons)),
          new Column("timeline", "jsonb", json(CallHistory::getTimeline)),
          new Column("course", "jsonb", json(CallHistory::getCourse)),
          new Column("escalations", "jsonb", json(CallHistory::getEscalations)),
          new Column("conversation", "jsonb", json(CallHistory::getConversation)),
          new Column("models", "jsonb", json(CallHistory::getModels)),
          new Column("updated_at", "timestamptz", CallHistory::getUpdatedAt));

  private static Function<CallHistory, Object> quarter(int number) {
    return call -> {
      List<Float> quarters = call.getValenceByQuarter();
      return number < quarters.size() ? quarters.get(number) : null;
    };
  }

  private static Function<CallHistory, Object> judged(Verdict verdict) {
    return call ->
        (int)
            call.getEscalations().stream()
                .map(EscalationSummary::getVerdict)
                .filter(verdict::equals)
                .count();
  }

  private static Function<CallHistory, Object> json(Function<CallHistory, Object> part) {
    return call -> {
      Object value = part.apply(call);
      return value == null ? null : RecordJson.of(value).toString();
    };
  }
}
