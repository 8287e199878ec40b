package io.temperline.standalone;

/** Numbers of things, in words: "1 call", "2 calls". */
public final class Count {

  private Count() {}

  /**
   * @param thing in the singular; its plural must end in s
   */
  public static String of(long number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }
}
