package io.temperline.speech.conversation;

import java.util.OptionalDouble;

/**
 * How one side takes part in the conversation. What is not known is empty.
 *
 * @param speechMs how long it spoke
 * @param talkShare its part of the speech of both, [0, 1]
 * @param turns how often it took the floor
 * @param interruptions how often it took the other's turn away
 * @param longestMonologueMs the longest time in which it had the floor without a pause of 2 s
 * @param currentMonologueMs the same of its current turn, 0 if the floor is not its own
 * @param responses how long the other waited for its turns
 * @param syllablesPerSecond syllables a second of speech
 * @param recentSyllablesPerSecond the same in its last 10 s of speech
 * @param levelDbfs level of its speech, 0 for a square wave of full scale
 * @param recentLevelDbfs the same in its last 10 s of speech
 */
public record SideFigures(
    long speechMs,
    OptionalDouble talkShare,
    int turns,
    int interruptions,
    long longestMonologueMs,
    long currentMonologueMs,
    ResponseFigures responses,
    OptionalDouble syllablesPerSecond,
    OptionalDouble recentSyllablesPerSecond,
    OptionalDouble levelDbfs,
    OptionalDouble recentLevelDbfs) {}
