package io.temperline.streams.escalation;

import io.temperline.schemas.AudioQuality;
import io.temperline.schemas.CallConversation;
import io.temperline.schemas.Channel;
import io.temperline.schemas.ConversationSide;
import io.temperline.schemas.EmotionEvent;
import io.temperline.schemas.ModelVersions;
import io.temperline.schemas.NotScoredReason;
import io.temperline.schemas.SmoothedEmotion;
import io.temperline.schemas.WindowStatus;
import java.time.Instant;
import java.util.Map;

/** Windows of a caller for tests, one a second from nine o'clock on, each a second long. */
final class Windows {

  static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

  private Windows() {}

  /** The window that ends {@code second} seconds after nine. */
  static EmotionEvent.Builder scored(int second, float anger, Float valence) {
    return window(second)
        .setStatus(WindowStatus.SCORED)
        .setProbabilities(Map.of("angry", anger))
        .setTop("angry")
        .setConfidence(anger)
        .setSmoothed(smoothed(anger, valence));
  }

  /** A window without speech; the state is as the last scored one left it. */
  static EmotionEvent.Builder silent(int second, SmoothedEmotion before) {
    return window(second)
        .setStatus(WindowStatus.NOT_SCORED)
        .setReason(NotScoredReason.SILENCE)
        .setQuality(new AudioQuality(0f, 0f, 0f, -90f))
        .setSmoothed(before);
  }

  static SmoothedEmotion smoothed(float anger, Float valence) {
    return new SmoothedEmotion(
        Map.of("angry", anger, "neutral", 1 - anger), "angry", valence, valence);
  }

  private static EmotionEvent.Builder window(int second) {
    return EmotionEvent.newBuilder()
        .setCallId("ada")
        .setChannel(Channel.CALLER)
        .setWindow(second - 1)
        .setStartsAt(NINE.plusSeconds(second - 1))
        .setEndsAt(NINE.plusSeconds(second))
        .setHopMs(1000)
        .setQuality(new AudioQuality(1f, 0f, 0f, -20.5f))
        .setVersions(new ModelVersions("m", "c", "f"));
  }

  /** A conversation in which both have spoken. */
  static CallConversation.Builder conversation() {
    return CallConversation.newBuilder()
        .setUntilMs(NINE.toEpochMilli())
        .setKnownMs(1000)
        .setCaller(side().setTalkShare(0.25f).setRecentSyllablesPerSecond(4.5f).build())
        .setAgent(side().setRecentLevelDbfs(-18.25f).build())
        .setLongestSilenceMs(0)
        .setSilenceMs(0)
        .setHolds(0)
        .setHoldMs(0)
        .setCurrentHoldMs(0);
  }

  static ConversationSide.Builder side() {
    return ConversationSide.newBuilder()
        .setSpeechMs(0)
        .setTurns(0)
        .setInterruptions(0)
        .setLongestMonologueMs(0)
        .setCurrentMonologueMs(0)
        .setResponses(0);
  }
}
