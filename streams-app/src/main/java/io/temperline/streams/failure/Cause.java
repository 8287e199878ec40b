package io.temperline.streams.failure;

/** Why something failed, in a line. */
public final class Cause {

  private Cause() {}

  /** What is at the root of an error, by its kind and its message. */
  public static String of(Throwable error) {
    Throwable root = root(error);
    String kind = root.getClass().getSimpleName();
    return root.getMessage() == null ? kind : kind + ": " + root.getMessage();
  }

  static Throwable root(Throwable error) {
    Throwable root = error;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }
}
