package io.temperline.speech.features.catalogue;

import java.util.Locale;

/** What can be set of a feature. */
public enum Parameter {
  N_FFT("length of the Fourier transform, and of a frame, in samples; even", true, 2, 65_536),
  FRAME_LENGTH("length of a frame in samples", true, 2, 65_536),
  HOP("samples from one frame to the next", true, 1, 65_536),
  N_MELS("number of mel bands", true, 1, 1024),
  FMIN("lowest frequency or pitch in Hz", false, 0, 24_000),
  FMAX("highest frequency or pitch in Hz; none is half the sample rate", false, 1, 24_000),
  TOP_DB("how far below the loudest value of the file others end, in dB, or none", false, 0, 1000),
  N_MFCC("number of cepstral coefficients", true, 1, 1024),
  DELTA_WIDTH("frames that a derivative is fitted to; odd", true, 3, 999),
  ROLL_PERCENT("share of the magnitude that lies below", false, 0, 1),
  N_BANDS("octave bands above the lowest", true, 1, 12),
  QUANTILE("share of a band's bins that count as peak or valley", false, 0, 1),
  TUNING("how far A4 is above 440 Hz, in semitones", false, -6, 6),
  THRESHOLD("the dip that counts as a period", false, 0, 1),
  PARTS("parts that a frame is cut into", true, 1, 1000),
  COEFFICIENT("share of the sample before that is taken off", false, 0, 1),
  MAX_FRAMES("frames to print at most, or none for all", true, 1, 1_000_000_000),
  LPC_ORDER("order of the linear prediction", true, 2, 64),
  N_FORMANTS("how many formants", true, 1, 8);

  /** The value of a parameter that sets no bound: written "none". */
  static final double NONE = Double.POSITIVE_INFINITY;

  private final String meaning;
  private final boolean whole;
  private final double low;
  private final double high;

  Parameter(String meaning, boolean whole, double low, double high) {
    this.meaning = meaning;
    this.whole = whole;
    this.low = low;
    this.high = high;
  }

  /** As it is written on the command line, without dashes before it: {@code n-fft}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What it is, with its unit, in a few words. */
  public String meaning() {
    return meaning;
  }

  /**
   * Reads a value.
   *
   * @throws UnusableParameterException if it is no number, or out of range
   */
  public double parse(String text) {
    if (text.equals("none") && takesNone()) {
      return NONE;
    }
    double value = number(text);
    if (!(value >= low && value <= high) || whole && value != Math.rint(value)) {
      throw new UnusableParameterException(
          "--%s must be %s from %s to %s, not %s"
              .formatted(label(), kind(), text(low), text(high), text));
    }
    return value;
  }

  /** A value as it is written. */
  public String text(double value) {
    if (value == NONE) {
      return "none";
    }
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }

  private double number(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new UnusableParameterException(
          "--%s must be %s, not '%s'".formatted(label(), kind(), text));
    }
  }

  private String kind() {
    return (whole ? "a whole number" : "a number") + (takesNone() ? " or none," : "");
  }

  private boolean takesNone() {
    return this == TOP_DB || this == FMAX || this == MAX_FRAMES;
  }
}
