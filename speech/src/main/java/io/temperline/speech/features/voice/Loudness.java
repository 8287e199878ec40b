package io.temperline.speech.features.voice;

import io.temperline.speech.features.Decibels;
import io.temperline.speech.features.FeatureStream;
import io.temperline.speech.features.FrameFunction;
import io.temperline.speech.features.Rms;

/**
 * How loud a channel is to a listener, in LUFS (ITU-R BS.1770-5, annex 1, one channel, without the
 * gate): the power after a filter that stands for the head and one that takes rumble off. The
 * standard tabulates both for 48 kHz; other rates have the same analogue filters by the bilinear
 * transform. This takes samples and sends them on filtered; {@link #ofFrame} is the step that
 * follows. Not thread-safe.
 */
public final class Loudness implements FeatureStream {

  private static final float OFFSET_DB = -0.691f;

  private final Biquad head;
  private final Biquad rumble;
  private final FeatureStream next;
  private float[] filtered = new float[0];

  /**
   * @param sampleRate samples per second
   * @param next gets the filtered samples
   */
  public Loudness(int sampleRate, FeatureStream next) {
    head = Biquad.highShelf(sampleRate, 1681.974450955533, 0.7071752369554196, 3.999843853973347);
    rumble = Biquad.highPass(sampleRate, 38.13547087602444, 0.5003270373238773);
    this.next = next;
  }

  /** A step: a frame of filtered samples to its loudness in LUFS, -100.7 for digital silence. */
  public static FrameFunction ofFrame() {
    return (frame, out) -> {
      double power = Rms.energy(frame, 0, frame.length) / frame.length;
      out[0] = OFFSET_DB + Decibels.ofPower((float) power);
    };
  }

  @Override
  public void push(float[] samples, int offset, int length) {
    if (filtered.length < length) {
      filtered = new float[length];
    }
    for (int i = 0; i < length; i++) {
      filtered[i] = (float) rumble.next(head.next(samples[offset + i]));
    }
    next.push(filtered, 0, length);
  }

  @Override
  public void end() {
    next.end();
  }
}
