package io.temperline.speech.conversation;

/** Who is heard. */
public enum Side {
  CALLER,
  AGENT;

  Side other() {
    return this == CALLER ? AGENT : CALLER;
  }
}
