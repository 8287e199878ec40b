package io.temperline.speech.corpus;

import io.temperline.speech.audio.TelephoneLine;

/**
 * A labelled recording as the telephone line delivers it.
 *
 * @param clip where it comes from and what it says
 * @param mulaw its samples, G.711 mu-law at 8 kHz
 */
public record HeardClip(CorpusClip clip, byte[] mulaw) {

  /** The samples that a receiver hears, in [-1, 1] at 8 kHz. */
  public float[] samples() {
    return TelephoneLine.heard(mulaw);
  }
}
