package io.temperline.speech.evaluation;

import io.temperline.speech.audio.TelephoneLine;
import java.io.ByteArrayOutputStream;

/** A channel as it is put together, piece by piece. */
final class CallTrack {

  private final ByteArrayOutputStream muLaw = new ByteArrayOutputStream();

  /**
   * @param samples at 8 kHz, full scale [-1, 1]
   */
  void speak(float[] samples) {
    muLaw.writeBytes(TelephoneLine.carry(samples, TelephoneLine.SAMPLE_RATE));
  }

  /** Nobody speaks. */
  void pause(double seconds) {
    speak(new float[(int) Math.round(seconds * TelephoneLine.SAMPLE_RATE)]);
  }

  long lengthMs() {
    return muLaw.size() * 1000L / TelephoneLine.SAMPLE_RATE;
  }

  byte[] muLaw() {
    return muLaw.toByteArray();
  }
}
