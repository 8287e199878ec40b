package io.temperline.speech.corpus;

import java.nio.file.Path;
import java.util.Optional;

/**
 * One labelled recording of a corpus.
 *
 * @param corpus name that the corpus was given
 * @param file the recording
 * @param speaker who speaks; unique within the corpus
 * @param emotion the label, lower case
 * @param split {@code train}, {@code validation} or {@code test}; a speaker is in one split only
 * @param sex of the speaker, lower case, where the corpus tells
 * @param intensity how strongly the emotion is acted, lower case, where the corpus tells
 */
public record CorpusClip(
    String corpus,
    Path file,
    String speaker,
    String emotion,
    String split,
    Optional<String> sex,
    Optional<String> intensity) {

  /** A clip of which no more is known. */
  public CorpusClip(String corpus, Path file, String speaker, String emotion, String split) {
    this(corpus, file, speaker, emotion, split, Optional.empty(), Optional.empty());
  }
}
