package io.temperline.reference;

import io.temperline.reference.sound.Sample;
import io.temperline.speech.corpus.CorpusClip;

/**
 * A clip, or an augmented copy of one, as a classifier gets it.
 *
 * @param clip where it comes from
 * @param copy 0 for the clip itself
 * @param sample its values
 */
record PreparedClip(CorpusClip clip, int copy, Sample sample) {

  boolean isCopy() {
    return copy > 0;
  }
}
