package io.temperline.speech.conversation;

import java.util.OptionalDouble;

/**
 * When both speak.
 *
 * @param share of the time in which both sides are known, [0, 1]
 * @param recentShare the same in the last ten whole seconds of the call
 */
public record OverlapFigures(OptionalDouble share, OptionalDouble recentShare) {}
