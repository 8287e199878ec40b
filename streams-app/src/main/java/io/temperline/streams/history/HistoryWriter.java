package io.temperline.streams.history;

import io.temperline.schemas.CallConversation;
import io.temperline.schemas.CallEvent;
import io.temperline.schemas.CallHistory;
import io.temperline.schemas.Channel;
import io.temperline.schemas.EmotionEvent;
import io.temperline.schemas.Escalation;
import io.temperline.schemas.EscalationSummary;
import io.temperline.schemas.ModelVersions;
import io.temperline.schemas.WindowStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/**
 * Writes what happens in a call into its history. Works on the record that it is given, which is
 * kept in a form of its own until {@link #finish}: its timeline's last step window by window.
 */
final class HistoryWriter {

  private static final String ANGER = "angry";

  /** A history of a call of which nothing is known but when it was first heard of. */
  CallHistory begin(String callId, Instant at) {
    return CallHistory.newBuilder()
        .setCallId(callId)
        .setComplete(false)
        .setStartedAt(at)
        .setDurationMs(0)
        .setNotScoredReasons(new HashMap<>())
        .setSecondsByEmotion(new HashMap<>())
        .setTimeline(new ArrayList<>())
        .setEscalations(new ArrayList<>())
        .setCourse(new ArrayList<>())
        .setModels(new ArrayList<>())
        .setUpdatedAt(at)
        .build();
  }

  /** Adds a window; only the caller's tell how a call went. */
  void add(CallHistory history, EmotionEvent event) {
    if (event.getChannel() != Channel.CALLER) {
      reach(history, event.getEndsAt());
      return;
    }
    if (history.getTimeline().isEmpty() && event.getStartsAt().isBefore(history.getStartedAt())) {
      history.setStartedAt(event.getStartsAt()); // by the gateway's clock it was heard earlier
    }
    reach(history, event.getEndsAt());
    takeModel(history, event.getVersions());
    if (event.getConversation() != null) {
      add(history, event.getConversation());
    }
    if (event.getStatus() == WindowStatus.SCORED) {
      addScored(history, event);
    } else {
      history.setWindowsNotScored(history.getWindowsNotScored() + 1);
      history.getNotScoredReasons().merge(event.getReason().name(), 1, Integer::sum);
    }
    Timeline.add(history, event);
  }

  private static void takeModel(CallHistory history, ModelVersions versions) {
    if (!versions.equals(history.getVersions())) {
      history.setVersions(versions);
      if (!history.getModels().contains(versions)) {
        history.getModels().add(versions);
      }
    }
  }

  private static void addScored(CallHistory history, EmotionEvent event) {
    float anger = anger(event);
    int before = history.getWindowsScored();
    history.setWindowsScored(before + 1);
    history.getSecondsByEmotion().merge(event.getTop(), event.getHopMs() / 1000.0, Double::sum);
    if (before == 0) {
      history.setFirstEmotion(event.getTop());
    }
    history.setLastEmotion(event.getTop());
    history.setCurrentEmotion(event.getSmoothed().getTop());
    history.setCurrentAnger(anger);
    history.setPeakAnger(Math.max(history.getPeakAnger(), anger));
    history.setMeanAnger(
        (float) (history.getMeanAnger() + (anger - history.getMeanAnger()) / (before + 1.0)));
    Course.add(history, event);
  }

  /** The caller's smoothed anger after a scored window. */
  static float anger(EmotionEvent event) {
    return event.getSmoothed().getProbabilities().getOrDefault(ANGER, 0f);
  }

  /** Adds an alert, or replaces what was known of it. */
  void add(CallHistory history, Escalation step) {
    List<EscalationSummary> alerts = history.getEscalations();
    for (int i = 0; i < alerts.size(); i++) {
      if (alerts.get(i).getEscalationId().equals(step.getEscalationId())) {
        alerts.set(i, EscalationSummaries.of(step));
        return;
      }
    }
    boolean isOneOfThoseOmitted =
        history.getEscalationsOmitted() > 0
            && step.getRaisedAt().isBefore(alerts.get(0).getRaisedAt());
    if (!isOneOfThoseOmitted) {
      alerts.add(EscalationSummaries.of(step));
      history.setEscalationsOmitted(
          history.getEscalationsOmitted() + EscalationSummaries.limit(alerts));
    }
  }

  /** Makes of a history as it is kept the one that is told. */
  CallHistory finish(CallHistory history) {
    Timeline.finish(history);
    Course.finish(history);
    return history;
  }

  /** Takes how caller and agent talked with each other, in place of what was known of it. */
  void add(CallHistory history, CallConversation figures) {
    history.setConversation(figures);
  }

  void add(CallHistory history, CallEvent event) {
    reach(history, event.getEffectiveAt());
    takeParties(history, event);
    switch (event.getType()) {
      case HELD -> history.setOnHold(true);
      case RESUMED -> history.setOnHold(false);
      case ENDED -> complete(history, event);
      case STARTED, TRANSFERRED, UNKNOWN -> {
        // Nothing beyond the parties.
      }
    }
  }

  private static void complete(CallHistory history, CallEvent event) {
    history.setComplete(true);
    history.setOnHold(false);
    history.setEndedAt(event.getEffectiveAt());
    history.setEndInferred(event.getInferred());
    history.setDurationMs(
        Duration.between(history.getStartedAt(), event.getEffectiveAt()).toMillis());
  }

  private static void takeParties(CallHistory history, CallEvent event) {
    if (event.getCustomerId() != null) {
      history.setCustomerId(event.getCustomerId());
    }
    if (event.getAgentId() != null) {
      history.setAgentId(event.getAgentId());
    }
    if (event.getQueue() != null) {
      history.setQueue(event.getQueue());
    }
    if (event.getLanguage() != null) {
      history.setLanguage(event.getLanguage());
    }
    if (event.getDirection() != io.temperline.schemas.Direction.UNKNOWN) {
      history.setDirection(event.getDirection());
    }
  }

  /** The history speaks up to {@code at}, unless it does so already. */
  private static void reach(CallHistory history, Instant at) {
    if (at.isAfter(history.getUpdatedAt())) {
      history.setUpdatedAt(at);
      history.setDurationMs(Duration.between(history.getStartedAt(), at).toMillis());
    }
  }
}
