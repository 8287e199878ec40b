package io.temperline.reference.sound;

import java.util.List;

/**
 * The augmented copies that a system makes of its clips, once.
 *
 * @param beforeSplit whether the copies are made before clips are drawn for the test, as some
 *     authors did: then copies of one clip are learned from and judged. It counts for the random
 *     protocol alone
 * @param copies for each copy of a clip the changes that make it, one after the other
 */
public record AugmentedCopies(boolean beforeSplit, List<List<Change>> copies) {

  public AugmentedCopies {
    copies = copies.stream().map(List::copyOf).toList();
  }
}
