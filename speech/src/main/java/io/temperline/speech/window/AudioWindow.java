package io.temperline.speech.window;

/**
 * One complete window of a channel.
 *
 * @param index its place on the window grid, from 0
 * @param features what is scored of it: log-mel frames in dB, time-major [frames · bands], 298 · 64
 *     for 3 s of telephone audio; or its samples, full scale [-1, 1], 24,000 for 3 s
 * @param quality what its audio is worth
 */
public record AudioWindow(long index, float[] features, SpeechQuality quality) {}
