package io.temperline.standalone.faults;

/**
 * Whether a property held.
 *
 * @param property as a statement
 * @param found the figures, or what was found against it
 */
record Verdict(String property, boolean holds, String found) {}
