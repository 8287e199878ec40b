package io.temperline.speech.corpus;

import java.nio.file.Path;

/**
 * One labelled recording of a corpus.
 *
 * @param corpus name that the corpus was given
 * @param file the recording
 * @param speaker who speaks; unique within the corpus
 * @param emotion the label, lower case
 * @param split {@code train}, {@code validation} or {@code test}; a speaker is in one split only
 */
public record CorpusClip(String corpus, Path file, String speaker, String emotion, String split) {}
