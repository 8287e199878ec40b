package io.temperline.speech.analysis;

import io.temperline.speech.model.EmotionScores;
import io.temperline.speech.window.NotScoredReason;
import io.temperline.speech.window.SpeechQuality;
import java.util.Optional;

/**
 * What there is to say about one window of a channel: scores, or the reason why there are none.
 *
 * @param index its place on the window grid, from 0
 * @param startMs where it begins, milliseconds of the channel's audio
 * @param endMs where it ends, exclusive
 * @param quality what its audio is worth
 * @param notScored why it was not scored
 * @param scores what the model says
 */
public record WindowVerdict(
    long index,
    long startMs,
    long endMs,
    SpeechQuality quality,
    Optional<NotScoredReason> notScored,
    Optional<EmotionScores> scores) {}
