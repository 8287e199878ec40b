package io.temperline.streams.emotion;

import io.temperline.schemas.CallConversation;
import io.temperline.schemas.Channel;
import io.temperline.schemas.EmotionEvent;
import io.temperline.schemas.ModelVersions;
import io.temperline.schemas.NotScoredReason;
import io.temperline.schemas.WindowStatus;
import io.temperline.speech.analysis.Objection;
import io.temperline.speech.analysis.RecordedConversation;
import io.temperline.speech.analysis.RecordingAnalyzer;
import io.temperline.speech.analysis.WindowVerdict;
import io.temperline.speech.conversation.Conversation;
import io.temperline.speech.conversation.ConversationFigures;
import io.temperline.speech.model.Affect;
import io.temperline.speech.model.EmotionModel;
import io.temperline.speech.model.EmotionScores;
import io.temperline.speech.smoothing.EmotionSmoother;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The emotion events of recorded calls: those that the same audio would have on a live line. */
public final class RecordedEmotions {

  private final RecordingAnalyzer analyzer;
  private final EmotionSmoother smoother;
  private final EmotionConfig config;
  private final ModelVersions versions;

  /**
   * @param model stays the caller's to close
   */
  public RecordedEmotions(EmotionModel model, EmotionConfig config) {
    this.config = config;
    analyzer = new RecordingAnalyzer(model, config.window(), config.gate());
    smoother = new EmotionSmoother(config.smoothing());
    versions = EmotionEvents.versions(model.manifest());
  }

  /**
   * An event for every whole window of the caller, in order. The call begins at the epoch, so that
   * times are those of the audio.
   *
   * @param caller the caller's side, mu-law at 8 kHz
   * @param agent the agent's side, aligned with it
   * @param objection to scoring parts of the call
   * @param conversation has heard nothing yet, but knows of the holds; empty where the conversation
   *     may not be analysed
   */
  public List<EmotionEvent> of(
      String callId,
      byte[] caller,
      Optional<byte[]> agent,
      Objection objection,
      Optional<Conversation> conversation) {
    List<WindowVerdict> verdicts = analyzer.analyze(caller, objection);
    List<Long> ends = verdicts.stream().map(WindowVerdict::endMs).toList();
    Optional<List<ConversationFigures>> figures =
        conversation.map(heard -> RecordedConversation.figuresAt(ends, heard, caller, agent));
    List<EmotionEvent> events = new ArrayList<>();
    Map<String, Float> smoothed = Map.of();
    for (int i = 0; i < verdicts.size(); i++) {
      int window = i;
      smoothed = smoothed(smoothed, verdicts.get(i));
      events.add(
          event(
              callId,
              verdicts.get(i),
              smoothed,
              figures.map(all -> CallConversations.of(all.get(window)))));
    }
    return events;
  }

  private Map<String, Float> smoothed(Map<String, Float> before, WindowVerdict verdict) {
    return verdict
        .scores()
        .map(scores -> smoother.smooth(before, scores.probabilities(), config.window().hop()))
        .orElse(before);
  }

  private EmotionEvent event(
      String callId,
      WindowVerdict verdict,
      Map<String, Float> smoothed,
      Optional<CallConversation> conversation) {
    Optional<EmotionScores> scores = verdict.scores();
    Optional<Affect> affect = scores.flatMap(EmotionScores::affect);
    return EmotionEvent.newBuilder()
        .setCallId(callId)
        .setChannel(Channel.CALLER)
        .setWindow(verdict.index())
        .setStartsAt(Instant.ofEpochMilli(verdict.startMs()))
        .setEndsAt(Instant.ofEpochMilli(verdict.endMs()))
        .setHopMs(Math.toIntExact(config.window().hop().toMillis()))
        .setStatus(scores.isPresent() ? WindowStatus.SCORED : WindowStatus.NOT_SCORED)
        .setReason(
            verdict
                .notScored()
                .map(reason -> NotScoredReason.valueOf(reason.name()))
                .orElse((NotScoredReason) null))
        .setProbabilities(scores.map(EmotionScores::probabilities).orElse(Map.of()))
        .setTop(scores.map(EmotionScores::top).orElse(null))
        .setConfidence(scores.map(EmotionScores::confidence).orElse(null))
        .setValence(affect.map(Affect::valence).orElse(null))
        .setArousal(affect.map(Affect::arousal).orElse(null))
        .setSmoothed(EmotionEvents.smoothed(smoothed.isEmpty() ? null : smoothed))
        .setQuality(EmotionEvents.quality(verdict.quality()))
        .setVersions(versions)
        .setConversation(conversation.orElse(null))
        .build();
  }
}
