package io.temperline.rules;

/** How much an alert matters. */
public enum Severity {
  INFO,
  WARNING,
  CRITICAL
}
