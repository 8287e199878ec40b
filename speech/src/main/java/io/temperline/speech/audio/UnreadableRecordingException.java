package io.temperline.speech.audio;

import java.nio.file.Path;

/**
 * A file cannot be used as a recording. The message is one line for people: what, where, what to
 * do.
 */
public final class UnreadableRecordingException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnreadableRecordingException(Path file, String problem) {
    super(file + ": " + problem);
  }

  UnreadableRecordingException(Path file, String problem, Throwable cause) {
    super(file + ": " + problem, cause);
  }
}
