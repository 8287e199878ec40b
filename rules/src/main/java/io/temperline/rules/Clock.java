package io.temperline.rules;

/** Which windows count towards a rule's times. */
public enum Clock {
  /** All. */
  TIME,
  /** Scored ones; the others neither add nor break. */
  SPEECH
}
