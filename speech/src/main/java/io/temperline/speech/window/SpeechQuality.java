package io.temperline.speech.window;

/**
 * What the audio of a window is worth, told from the window's own samples alone.
 *
 * @param speechShare share of the window's 10 ms blocks that hold speech, [0, 1]; see {@link
 *     LevelMeter} for what counts as speech
 * @param lostShare share of the window's samples that never arrived, [0, 1]
 * @param clippedShare share of the samples that arrived that lie at full scale, [0, 1]
 * @param loudnessDbfs level of the samples that arrived in dB, 0 for a square wave of full scale,
 *     at least -100
 */
public record SpeechQuality(
    float speechShare, float lostShare, float clippedShare, float loudnessDbfs) {}
