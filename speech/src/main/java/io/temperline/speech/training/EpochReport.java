package io.temperline.speech.training;

import io.temperline.speech.evaluation.Evaluation;
import java.util.Optional;

/**
 * What an epoch brought.
 *
 * @param epoch from 1
 * @param epochs of the whole training
 * @param loss mean over the epoch's steps, on augmented windows
 * @param validation of the averaged weights; empty where there are no validation speakers
 */
public record EpochReport(int epoch, int epochs, double loss, Optional<Evaluation> validation) {}
