package io.temperline.speech.conversation;

import java.util.OptionalDouble;

/**
 * How the caller's voice is and how it changed; nobody measures this of an agent. What is not known
 * is empty.
 *
 * @param pitchHz median of the voiced stretches, 65 to 500
 * @param recentPitchHz the same of the last 4 s of voiced speech
 * @param pitchRiseSemitones these against the first 4 s, in quarters of a semitone
 * @param levelRiseDb the level of the last 10 s of speech against the first 10 s
 */
public record VoiceFigures(
    OptionalDouble pitchHz,
    OptionalDouble recentPitchHz,
    OptionalDouble pitchRiseSemitones,
    OptionalDouble levelRiseDb) {}
