package io.temperline.speech.evaluation;

import java.util.Map;

/**
 * A labelled clip and what a model makes of it.
 *
 * @param emotion the true label
 * @param probabilities by label, the mean over the clip's windows
 */
public record JudgedClip(String emotion, Map<String, Float> probabilities) {}
