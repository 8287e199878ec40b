package io.temperline.speech.conversation;

/**
 * Time on hold.
 *
 * @param count how often
 * @param totalMs how long in all
 * @param currentMs how long this time, 0 if not on hold
 */
public record HoldFigures(int count, long totalMs, long currentMs) {}
