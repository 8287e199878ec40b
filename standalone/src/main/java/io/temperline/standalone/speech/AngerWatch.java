package io.temperline.standalone.speech;

import io.temperline.rules.RuleEngine;
import io.temperline.rules.RuleSet;
import io.temperline.schemas.AudioQuality;
import io.temperline.schemas.Channel;
import io.temperline.schemas.EmotionEvent;
import io.temperline.schemas.Escalation;
import io.temperline.schemas.EscalationStatus;
import io.temperline.schemas.ModelVersions;
import io.temperline.schemas.SmoothedEmotion;
import io.temperline.schemas.WindowStatus;
import io.temperline.speech.analysis.Objection;
import io.temperline.speech.analysis.RecordingAnalyzer;
import io.temperline.speech.analysis.WindowVerdict;
import io.temperline.speech.evaluation.CallOutcome;
import io.temperline.speech.evaluation.ComposedCall;
import io.temperline.speech.model.EmotionModel;
import io.temperline.speech.model.EmotionScores;
import io.temperline.speech.smoothing.EmotionSmoother;
import io.temperline.streams.TemperlineConfig;
import io.temperline.streams.escalation.CallWatch;
import io.temperline.streams.state.EscalationState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * Says when calls would raise alerts of sustained anger: with the shipped rule, the topology's
 * default settings, its windows and smoothing, without Kafka. A call begins at the epoch, so that
 * times are those of its audio.
 */
final class AngerWatch {

  private static final String RULE = "sustained-anger";
  private static final AudioQuality QUALITY_NOT_TOLD = new AudioQuality(0f, 0f, 0f, 0f);
  private static final ModelVersions VERSIONS_NOT_TOLD = new ModelVersions("", "", "");

  private final RecordingAnalyzer analyzer;
  private final EmotionSmoother smoother;
  private final CallWatch watch;
  private final Duration hop;

  /**
   * @param model stays the caller's to close
   */
  AngerWatch(EmotionModel model) {
    TemperlineConfig config = TemperlineConfig.from(new Properties(), model.manifest());
    analyzer = new RecordingAnalyzer(model, config.emotion().window(), config.emotion().gate());
    smoother = new EmotionSmoother(config.emotion().smoothing());
    RuleEngine rules = new RuleEngine(sustainedAnger());
    watch = new CallWatch(at -> rules);
    hop = config.emotion().window().hop();
  }

  private static RuleSet sustainedAnger() {
    RuleSet shipped = RuleSet.shipped();
    return new RuleSet(
        shipped.version(),
        shipped.effectiveFrom(),
        shipped.rules().stream().filter(rule -> rule.name().equals(RULE)).toList());
  }

  CallOutcome watch(ComposedCall call) {
    return new CallOutcome(
        call.lengthMs(), call.anger(), alerts(analyzer.analyze(call.muLaw(), Objection.NONE)));
  }

  /** When alerts are raised, milliseconds of the audio. */
  List<Long> alerts(List<WindowVerdict> verdicts) {
    EscalationState state = watch.begin(Instant.EPOCH);
    Map<String, Float> smoothed = Map.of();
    List<Long> alerts = new ArrayList<>();
    for (WindowVerdict verdict : verdicts) {
      if (verdict.scores().isPresent()) {
        EmotionScores scores = verdict.scores().get();
        smoothed = smoother.smooth(smoothed, scores.probabilities(), hop);
        watch.hear(state, event(verdict, scores, smoothed)).stream()
            .filter(step -> step.getStatus() == EscalationStatus.RAISED)
            .map(Escalation::getAt)
            .map(Instant::toEpochMilli)
            .forEach(alerts::add);
      }
    }
    return alerts;
  }

  private EmotionEvent event(
      WindowVerdict verdict, EmotionScores scores, Map<String, Float> smoothed) {
    return EmotionEvent.newBuilder()
        .setCallId("")
        .setChannel(Channel.CALLER)
        .setWindow(verdict.index())
        .setStartsAt(Instant.ofEpochMilli(verdict.startMs()))
        .setEndsAt(Instant.ofEpochMilli(verdict.endMs()))
        .setHopMs(Math.toIntExact(hop.toMillis()))
        .setStatus(WindowStatus.SCORED)
        .setProbabilities(scores.probabilities())
        .setSmoothed(
            SmoothedEmotion.newBuilder()
                .setProbabilities(smoothed)
                .setTop(new EmotionScores(smoothed, 0).top())
                .build())
        .setQuality(QUALITY_NOT_TOLD)
        .setVersions(VERSIONS_NOT_TOLD)
        .build();
  }
}
