package io.temperline.speech.corpus;

/** A corpus that cannot be read; its message is one line that says what, where and what to do. */
public final class UnusableCorpusException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public UnusableCorpusException(String message) {
    super(message);
  }
}
