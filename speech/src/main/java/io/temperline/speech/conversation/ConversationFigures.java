package io.temperline.speech.conversation;

import java.util.OptionalDouble;

/**
 * A conversation in figures, from its beginning up to a moment; docs/conversation.md defines them.
 *
 * @param fromMs where what was heard begins, milliseconds of the call's grid
 * @param untilMs up to where it is decided who spoke, exclusive
 * @param knownMs how much of it is known of both sides and not on hold
 * @param caller the caller's part
 * @param agent the agent's part
 * @param callerVoice how the caller's voice changes
 * @param silence when nobody speaks
 * @param overlap when both speak
 * @param turnsPerMinute turns of both per minute known; empty below 10 s
 * @param hold time on hold
 */
public record ConversationFigures(
    long fromMs,
    long untilMs,
    long knownMs,
    SideFigures caller,
    SideFigures agent,
    VoiceFigures callerVoice,
    SilenceFigures silence,
    OverlapFigures overlap,
    OptionalDouble turnsPerMinute,
    HoldFigures hold) {}
