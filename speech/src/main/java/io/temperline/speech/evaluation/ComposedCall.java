package io.temperline.speech.evaluation;

import io.temperline.speech.audio.TelephoneLine;
import java.util.Optional;

/**
 * A caller's channel put together from labelled clips.
 *
 * @param speaker who speaks in it
 * @param muLaw its samples, G.711 mu-law at 8 kHz
 * @param anger when the caller is angry; empty where never
 */
public record ComposedCall(String speaker, byte[] muLaw, Optional<Stretch> anger) {

  /**
   * A part of a call.
   *
   * @param fromMs where its first word begins, milliseconds of the call
   * @param toMs where its last word ends
   */
  public record Stretch(long fromMs, long toMs) {}

  public long lengthMs() {
    return muLaw.length * 1000L / TelephoneLine.SAMPLE_RATE;
  }
}
