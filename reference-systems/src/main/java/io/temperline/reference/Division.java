package io.temperline.reference;

import java.util.List;

/**
 * Clips to learn from, and clips to be judged by.
 *
 * @param train with their augmented copies
 * @param test those that count
 */
record Division(List<PreparedClip> train, List<PreparedClip> test) {}
