package io.temperline.speech.features;

/**
 * Turns samples into log-mel frames: periodic Hann window, power spectrum, mel bands, decibels. A
 * frame is a function of its own samples alone, so it does not matter who asks for it when. Defined
 * as librosa's {@code melspectrogram} and {@code power_to_db} (ref 1, no top_db), but with frames
 * that begin at their time instead of being centred on it.
 *
 * <p>Not thread-safe: one per thread. A frame costs no allocation.
 */
public final class LogMelExtractor {

  private final LogMelConfig config;
  private final PowerSpectrum spectrum;
  private final MelFilterBank filters;
  private final float[] power;

  public LogMelExtractor(LogMelConfig config) {
    this.config = config;
    spectrum = new PowerSpectrum(config.fftSize(), config.frameLength());
    filters = new MelFilterBank(config);
    power = new float[spectrum.bins()];
  }

  public LogMelConfig config() {
    return config;
  }

  /**
   * Writes the frame over samples [{@code offset}, {@code offset + frameLength}) as {@code bands}
   * values in dB from index {@code at} of {@code into} on.
   */
  public void frame(float[] samples, int offset, float[] into, int at) {
    melPower(samples, offset, into, at);
    for (int i = at; i < at + config.bands(); i++) {
      into[i] = Decibels.ofPower(into[i]);
    }
  }

  /**
   * All whole frames of the samples, frame i over [i · hop, i · hop + frameLength).
   *
   * @return time-major, [frames · bands] in dB; empty if the samples are fewer than a frame
   */
  public float[] frames(float[] samples) {
    int frames = config.framesIn(samples.length);
    float[] logMel = new float[frames * config.bands()];
    for (int i = 0; i < frames; i++) {
      frame(samples, i * config.hop(), logMel, i * config.bands());
    }
    return logMel;
  }

  /** As {@link #frame}, before the decibels. */
  void melPower(float[] samples, int offset, float[] into, int at) {
    spectrum.compute(samples, offset, power);
    filters.apply(power, into, at);
  }
}
