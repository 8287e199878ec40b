package io.temperline.schemas;

import org.apache.avro.util.ClassSecurityValidator;

/**
 * Lets Avro make objects of our own generated classes. Avro makes none but of trusted classes, and
 * otherwise asks for a system property, without which every record would look unreadable. {@link
 * Topics} sees to it; who makes records without a topic calls it first.
 */
public final class TrustedClasses {

  private static final String OURS = "io.temperline.";

  private TrustedClasses() {}

  /** Trusts ours beside whatever else is trusted in this JVM already. */
  public static synchronized void trustOurs() {
    ClassSecurityValidator.ClassSecurityPredicate before = ClassSecurityValidator.getGlobal();
    if (!before.isTrusted(AudioFrame.class)) {
      ClassSecurityValidator.setGlobal(
          ClassSecurityValidator.composite(before, type -> type.getName().startsWith(OURS)));
    }
  }
}
