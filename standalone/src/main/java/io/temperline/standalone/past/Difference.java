package io.temperline.standalone.past;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * What two rule sets say otherwise of the same calls. Alerts are held against one another by call
 * and rule.
 *
 * @param onlyFirst alerts that only the one raises
 * @param onlySecond alerts that only the other raises
 * @param moved alerts of both that begin or end at another time, though they overlap
 * @param same alerts that both raise and clear at the same times
 */
public record Difference(
    List<PastAlert> onlyFirst,
    List<PastAlert> onlySecond,
    List<Moved> moved,
    List<PastAlert> same) {

  /** The same alert by either set. */
  public record Moved(PastAlert first, PastAlert second) {}

  public static Difference between(List<PastAlert> first, List<PastAlert> second) {
    List<PastAlert> onlyFirst = new ArrayList<>(first);
    List<PastAlert> onlySecond = new ArrayList<>(second);
    List<Moved> same = pairs(onlyFirst, onlySecond, PastAlert::isAtTheTimesOf);
    List<Moved> moved = pairs(onlyFirst, onlySecond, PastAlert::overlaps);
    return new Difference(onlyFirst, onlySecond, moved, same.stream().map(Moved::first).toList());
  }

  /** Takes out of both lists what goes together, each alert with the first that fits. */
  private static List<Moved> pairs(
      List<PastAlert> first, List<PastAlert> second, BiPredicate<PastAlert, PastAlert> fits) {
    List<Moved> pairs = new ArrayList<>();
    for (Iterator<PastAlert> all = first.iterator(); all.hasNext(); ) {
      PastAlert alert = all.next();
      Optional<PastAlert> match =
          second.stream().filter(other -> alert.isOf(other) && fits.test(alert, other)).findFirst();
      if (match.isPresent()) {
        all.remove();
        second.remove(match.get());
        pairs.add(new Moved(alert, match.get()));
      }
    }
    return pairs;
  }
}
