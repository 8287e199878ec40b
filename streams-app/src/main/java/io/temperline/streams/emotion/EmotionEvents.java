package io.temperline.streams.emotion;

import io.temperline.schemas.AudioQuality;
import io.temperline.schemas.EmotionEvent;
import io.temperline.schemas.ModelVersions;
import io.temperline.schemas.NotScoredReason;
import io.temperline.schemas.SmoothedEmotion;
import io.temperline.schemas.WindowStatus;
import io.temperline.speech.model.Affect;
import io.temperline.speech.model.EmotionScores;
import io.temperline.speech.model.ModelManifest;
import io.temperline.speech.window.SpeechQuality;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Writes emotion events. */
final class EmotionEvents {

  private final ModelVersions versions;
  private final int hopMs;

  EmotionEvents(ModelManifest model, EmotionConfig config) {
    versions = versions(model);
    hopMs = Math.toIntExact(config.window().hop().toMillis());
  }

  static ModelVersions versions(ModelManifest model) {
    return ModelVersions.newBuilder()
        .setModel(model.name() + " " + model.version())
        .setCalibration(model.calibrationVersion())
        .setFeatures(model.featureVersion())
        .build();
  }

  /** The event of a window; the channel's smoothed state must include it already. */
  EmotionEvent of(Due.Window due, Optional<EmotionScores> scores) {
    LiveChannel channel = due.channel();
    Optional<Affect> affect = scores.flatMap(EmotionScores::affect);
    return EmotionEvent.newBuilder()
        .setCallId(due.call().callId())
        .setChannel(channel.channel())
        .setWindow(due.window().index())
        .setStartsAt(Instant.ofEpochMilli(channel.startMs(due.window())))
        .setEndsAt(Instant.ofEpochMilli(channel.endMs(due.window())))
        .setHopMs(hopMs)
        .setStatus(scores.isPresent() ? WindowStatus.SCORED : WindowStatus.NOT_SCORED)
        .setReason(due.reason().orElse((NotScoredReason) null))
        .setProbabilities(scores.map(EmotionScores::probabilities).orElse(Map.of()))
        .setTop(scores.map(EmotionScores::top).orElse(null))
        .setConfidence(scores.map(EmotionScores::confidence).orElse(null))
        .setValence(affect.map(Affect::valence).orElse(null))
        .setArousal(affect.map(Affect::arousal).orElse(null))
        .setSmoothed(smoothed(channel.state().getSmoothed()))
        .setQuality(quality(due.window().quality()))
        .setVersions(versions)
        .setConversation(due.conversation().orElse(null))
        .build();
  }

  static SmoothedEmotion smoothed(Map<String, Float> probabilities) {
    if (probabilities == null) {
      return null;
    }
    String top =
        probabilities.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
    Optional<Affect> affect = Affect.of(probabilities);
    return SmoothedEmotion.newBuilder()
        .setProbabilities(Map.copyOf(probabilities))
        .setTop(top)
        .setValence(affect.map(Affect::valence).orElse(null))
        .setArousal(affect.map(Affect::arousal).orElse(null))
        .build();
  }

  static AudioQuality quality(SpeechQuality quality) {
    return new AudioQuality(
        quality.speechShare(), quality.lostShare(), quality.clippedShare(), quality.loudnessDbfs());
  }
}
