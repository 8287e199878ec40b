package io.temperline.speech.conversation;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * When nobody speaks; on hold is not silence.
 *
 * @param share of the time in which both sides are known, [0, 1]
 * @param longestMs the longest
 * @param sinceMs since when nobody speaks, milliseconds of the call's grid; empty if somebody does
 * @param currentMs how long nobody has been speaking
 */
public record SilenceFigures(
    OptionalDouble share, long longestMs, OptionalLong sinceMs, long currentMs) {}
