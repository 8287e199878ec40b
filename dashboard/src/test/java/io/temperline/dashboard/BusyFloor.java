package io.temperline.dashboard;

import io.temperline.dashboard.source.TestTopics;
import io.temperline.schemas.CallHistory;
import io.temperline.schemas.NotScoredReason;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;

/** A floor with a good many calls on it, as pictures of the pages need one. The same each time. */
final class BusyFloor {

  private static final List<String> OTHERS =
      List.of("disgust", "fear", "sad", "surprise", "happy", "neutral", "calm", "boredom");

  private final TestTopics topics;
  private final Instant now;

  BusyFloor(TestTopics topics, Instant now) {
    this.topics = topics;
    this.now = now;
  }

  void write() {
    live("c-2041", "M. Okafor", "agent-7", "Billing", 312, "neutral", BusyFloor::risingAnger, 286);
    live("c-2044", "J. Lindqvist", "agent-3", "Deliveries", 204, "calm", s -> 0.08, -1);
    live("c-2045", "A. Marchetti", "agent-12", "Billing", 151, "sad", s -> wave(s, 0.33, 0.08), -1);
    live("c-2047", "P. Nowak", "agent-5", "Returns", 96, "happy", s -> 0.05, -1);
    live(
        "c-2048",
        "S. Devereux",
        "agent-9",
        "Deliveries",
        88,
        "neutral",
        s -> wave(s, 0.18, 0.1),
        -1);
    live("c-2050", "T. Hargreaves", "agent-2", "Billing", 167, "fear", BusyFloor::burst, 140);
    live("c-2051", "R. Yilmaz", "agent-4", "Returns", 61, "boredom", s -> 0.12, -1);
    CallScript held =
        live(
            "c-2052",
            "L. Fontaine",
            "agent-8",
            "Billing",
            130,
            "neutral",
            s -> wave(s, 0.4, 0.12),
            -1);
    topics.write(held.held(122));
    live("c-2053", "K. Abara", "agent-1", "Deliveries", 69, "surprise", s -> 0.15, -1);
    ended("c-2032", "D. Keller", "agent-6", "Billing", 1560, 402, 0.81f, true);
    ended("c-2035", "N. Petrov", "agent-3", "Returns", 900, 187, 0.22f, false);
    ended("c-2038", "F. Osei", "agent-5", "Deliveries", 420, 251, 0.47f, false);
  }

  /** The one that is worth a look: calm, hold, then anger up to an alert. */
  private CallScript live(
      String id,
      String customer,
      String agent,
      String queue,
      int seconds,
      String mood,
      DoubleUnaryOperator anger,
      int raisedAt) {
    CallScript call = new CallScript(id, now.minusSeconds(seconds));
    topics.write(call.started(customer, agent, queue));
    boolean withHold = raisedAt > 200;
    if (withHold) {
      topics.write(call.held(150));
      topics.write(call.resumed(184));
    }
    for (int k = 0; k + 3 <= seconds; k++) {
      if (withHold && k >= 149 && k < 184) {
        topics.write(call.notScored(k, NotScoredReason.HOLD));
      } else if (k % 67 > 61 || k < 2) {
        topics.write(call.notScored(k, NotScoredReason.SILENCE));
      } else {
        double a = Math.min(0.97, Math.max(0.01, anger.applyAsDouble(k) + ripple(k)));
        topics.write(
            CallScript.withTalk(
                call.heard(k, a >= 0.5 ? "angry" : mood, spread(a, mood, k)),
                talk(k, 0),
                talk(k, 2)));
      }
    }
    if (raisedAt > 0) {
      topics.write(call.raised(raisedAt, 0.71f));
      float level = raisedAt > 200 ? 0.86f : 0.74f;
      topics.write(call.updated(raisedAt, seconds - 1L, level));
    }
    topics.write(figures(call, seconds, mood));
    return call;
  }

  private void ended(
      String id,
      String who,
      String agent,
      String queue,
      int ago,
      int length,
      float peak,
      boolean alert) {
    CallScript call = new CallScript(id, now.minusSeconds(ago + length));
    topics.write(call.started(who, agent, queue));
    if (alert) {
      topics.write(call.raised(200, 0.81f));
      topics.write(call.cleared(200, 262, 0.81f));
    }
    topics.write(call.ended(length));
    topics.write(call.complete(length, peak));
  }

  private static CallHistory figures(CallScript call, int seconds, String mood) {
    CallHistory history = call.soFar(seconds);
    history.setWindowsScored(seconds * 7 / 10);
    history.setWindowsNotScored(seconds * 3 / 10 - 2);
    history.setNotScoredReasons(Map.of("HOLD", 34, "SILENCE", 20));
    history.setSecondsByEmotion(
        Map.of(mood, seconds * 0.42, "angry", seconds * 0.14, "uncertain", seconds * 0.09));
    history.setMeanAnger(0.31f);
    history.setPeakAnger(0.1f);
    return history;
  }

  private static Map<String, Float> spread(double anger, String mood, int k) {
    Map<String, Float> p = new HashMap<>();
    double rest = 1 - anger;
    double main = rest * (0.62 + 0.2 * Math.sin(k / 9.0));
    for (int i = 0; i < OTHERS.size(); i++) {
      double share = 0.5 + 0.5 * Math.sin(k / (11.0 + 3 * i) + 2 * i);
      p.put(OTHERS.get(i), (float) ((rest - main) * share / 4));
    }
    p.merge(mood, (float) main, Float::sum);
    p.put("angry", (float) anger);
    return p;
  }

  /** How long a side has spoken by then, ms: the two take turns. */
  private static long talk(int k, int turn) {
    return (long) (450 * k + 1_400 * (1 + Math.sin(k / 4.0 + turn * 1.5)));
  }

  private static double risingAnger(double s) {
    return s < 184 ? 0.16 + 0.12 * Math.sin(s / 21) : 0.18 + 0.72 / (1 + Math.exp(-(s - 262) / 11));
  }

  private static double burst(double s) {
    return s < 110 ? 0.2 : 0.25 + 0.5 / (1 + Math.exp(-(s - 130) / 5));
  }

  private static double wave(double s, double level, double swing) {
    return level + swing * Math.sin(s / 13);
  }

  private static double ripple(int k) {
    return 0.025 * Math.sin(k * 1.7) + 0.02 * Math.sin(k * 0.61);
  }
}
