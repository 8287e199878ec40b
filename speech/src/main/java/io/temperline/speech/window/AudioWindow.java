package io.temperline.speech.window;

/**
 * One complete window of a channel.
 *
 * @param index its place on the window grid, from 0
 * @param logMel its log-mel frames in dB, time-major [frames · bands]: 298 · 64 for 3 s of
 *     telephone audio
 * @param quality what its audio is worth
 */
public record AudioWindow(long index, float[] logMel, SpeechQuality quality) {}
