package io.temperline.streams.emotion;

import io.temperline.schemas.CallConversation;
import io.temperline.schemas.ConversationSide;
import io.temperline.speech.conversation.ConversationFigures;
import io.temperline.speech.conversation.ResponseFigures;
import io.temperline.speech.conversation.SideFigures;
import io.temperline.speech.conversation.VoiceFigures;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Writes a conversation's figures as the events and the history tell them. */
public final class CallConversations {

  private CallConversations() {}

  /**
   * @param figures on a grid of ms since the epoch
   */
  public static CallConversation of(ConversationFigures figures) {
    VoiceFigures voice = figures.callerVoice();
    return CallConversation.newBuilder()
        .setUntilMs(figures.untilMs())
        .setKnownMs(figures.knownMs())
        .setCaller(side(figures.caller()))
        .setAgent(side(figures.agent()))
        .setCallerPitchHz(orNull(voice.pitchHz()))
        .setCallerRecentPitchHz(orNull(voice.recentPitchHz()))
        .setCallerPitchRiseSemitones(orNull(voice.pitchRiseSemitones()))
        .setCallerLevelRiseDb(orNull(voice.levelRiseDb()))
        .setSilenceShare(orNull(figures.silence().share()))
        .setLongestSilenceMs(figures.silence().longestMs())
        .setSilenceMs(figures.silence().currentMs())
        .setOverlapShare(orNull(figures.overlap().share()))
        .setRecentOverlapShare(orNull(figures.overlap().recentShare()))
        .setTurnsPerMinute(orNull(figures.turnsPerMinute()))
        .setHolds(figures.hold().count())
        .setHoldMs(figures.hold().totalMs())
        .setCurrentHoldMs(figures.hold().currentMs())
        .build();
  }

  private static ConversationSide side(SideFigures figures) {
    ResponseFigures responses = figures.responses();
    return ConversationSide.newBuilder()
        .setSpeechMs(figures.speechMs())
        .setTalkShare(orNull(figures.talkShare()))
        .setTurns(figures.turns())
        .setInterruptions(figures.interruptions())
        .setLongestMonologueMs(figures.longestMonologueMs())
        .setCurrentMonologueMs(figures.currentMonologueMs())
        .setResponses(responses.count())
        .setMeanResponseMs(orNull(responses.meanMs()))
        .setMedianResponseMs(orNull(responses.medianMs()))
        .setP90ResponseMs(orNull(responses.p90Ms()))
        .setLongestResponseMs(orNull(responses.longestMs()))
        .setSyllablesPerSecond(orNull(figures.syllablesPerSecond()))
        .setRecentSyllablesPerSecond(orNull(figures.recentSyllablesPerSecond()))
        .setLevelDbfs(orNull(figures.levelDbfs()))
        .setRecentLevelDbfs(orNull(figures.recentLevelDbfs()))
        .build();
  }

  private static Float orNull(OptionalDouble value) {
    return value.isPresent() ? (Float) (float) value.getAsDouble() : null;
  }

  private static Long orNull(OptionalLong value) {
    return value.isPresent() ? (Long) value.getAsLong() : null;
  }
}
