package io.temperline.standalone;

/** Numbers of things, in words: "1 call", "2 calls". */
public final class Count {

  private Count() {}

  /**
   * @param thing in the singular; its plural only has an s more
   */
  public static String of(long number, String thing) {
    return of(number, thing, thing + "s");
  }

  /**
   * @param thing in the singular
   * @param things in the plural
   */
  public static String of(long number, String thing, String things) {
    return number + " " + (number == 1 ? thing : things);
  }
}
