package io.temperline.speech.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one model, or several on clips of their own, made of clips.
 *
 * @param judgements of the clips over the telephone line, at least one
 * @param conditions of the same clips, or those of them that it can be tried on, by the condition's
 *     name
 * @param calls of calls put together from the clips; empty where that was not asked for
 */
public record Outcome(
    List<Judgement> judgements, Map<String, List<Judgement>> conditions, List<CallOutcome> calls) {

  /** This one and another, of other clips. */
  public Outcome and(Outcome other) {
    Map<String, List<Judgement>> pooled = new LinkedHashMap<>(conditions);
    other.conditions.forEach((name, more) -> pooled.merge(name, more, Outcome::pooled));
    return new Outcome(pooled(judgements, other.judgements), pooled, pooled(calls, other.calls));
  }

  private static <T> List<T> pooled(List<T> some, List<T> more) {
    List<T> all = new ArrayList<>(some);
    all.addAll(more);
    return all;
  }
}
