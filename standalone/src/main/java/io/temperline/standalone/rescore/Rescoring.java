package io.temperline.standalone.rescore;

import io.temperline.rules.RuleEngine;
import io.temperline.rules.RuleSet;
import io.temperline.schemas.CallEvent;
import io.temperline.schemas.EmotionEvent;
import io.temperline.standalone.past.Difference;
import io.temperline.standalone.past.Judgement;
import io.temperline.standalone.past.PastCalls;
import io.temperline.streams.escalation.Backtest;
import io.temperline.streams.escalation.PastListener;
import java.util.List;

/**
 * The same calls as two models hear them, with the alerts that the same rules raise on either.
 *
 * @param alerts first those of now
 */
record Rescoring(Changes changes, Judgement before, Judgement now, Difference alerts) {

  /** Calls of which one model heard more than the other are compared by what both heard. */
  static Rescoring of(PastCalls before, PastCalls now, RuleSet rules) {
    Readings readBefore = new Readings();
    Readings readNow = new Readings();
    before.tellTo(List.of(readBefore));
    now.tellTo(List.of(readNow));
    Judgement judgedBefore = judge(before, readNow, rules);
    Judgement judgedNow = judge(now, readBefore, rules);
    return new Rescoring(
        Changes.between(readBefore, readNow),
        judgedBefore,
        judgedNow,
        Difference.between(judgedNow.alerts(), judgedBefore.alerts()));
  }

  private static Judgement judge(PastCalls calls, Readings others, RuleSet rules) {
    RuleEngine engine = new RuleEngine(rules);
    Backtest test = new Backtest(at -> engine);
    calls.tellTo(List.of(new HeardByBoth(others, test)));
    return Judgement.of(rules, test.finish());
  }

  /** Lets those windows through that the other model heard too. */
  private record HeardByBoth(Readings others, PastListener listener) implements PastListener {

    @Override
    public void learn(CallEvent event) {
      listener.learn(event);
    }

    @Override
    public void hear(EmotionEvent event) {
      if (others.has(event)) {
        listener.hear(event);
      }
    }
  }
}
