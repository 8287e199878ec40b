package io.temperline.dashboard.archive;

import io.temperline.dashboard.access.Sight;
import io.temperline.schemas.CallHistory;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The calls of the last weeks, as their histories tell, by the id; live ones are there for what
 * they add to their queues. Bounded: the oldest go first. Thread-safe.
 */
public final class Archive {

  /** A call that is not over after a day has been forgotten by whoever should have ended it. */
  private static final long LONGEST_MS = Duration.ofDays(1).toMillis();

  private static final Comparator<Filed> OLDEST_FIRST =
      Comparator.<Filed>comparingLong(filed -> filed.call().startedAt())
          .thenComparing(filed -> filed.call().id());

  private final int keep;
  private final Map<String, Filed> calls = new HashMap<>();
  private final TreeSet<Filed> byStart = new TreeSet<>(OLDEST_FIRST);
  private long revision;
  private boolean cutShort;

  Archive(int keep) {
    this.keep = keep;
  }

  synchronized void put(CallHistory history, Filed.Place place) {
    remove(history.getCallId());
    add(Filed.of(history, place));
  }

  /** Forgets the call: it was erased. */
  synchronized void remove(String id) {
    Filed known = calls.remove(id);
    if (known != null) {
      byStart.remove(known);
      revision += known.complete() ? 1 : 0;
    }
  }

  /** Forgets the oldest calls where there are more than are kept. */
  synchronized void tidy() {
    while (byStart.size() > keep) {
      cutShort = true;
      remove(byStart.first().call().id());
    }
  }

  /** Rises with each change of the calls that are over. */
  synchronized long revision() {
    return revision;
  }

  /** The start of the oldest call where older ones had to go, epoch ms. */
  synchronized Optional<Long> reachesBackTo() {
    return cutShort && !byStart.isEmpty()
        ? Optional.of(byStart.first().call().startedAt())
        : Optional.empty();
  }

  /**
   * The calls that are over and that the search asks for, as they may be seen: who does not see
   * customers cannot search for one either.
   */
  List<EndedCall> find(Search search, Sight sight) {
    return started(search.from(), search.to()).stream()
        .filter(Filed::complete)
        .map(Filed::call)
        .filter(call -> sight.sees(call.queue()))
        .map(call -> call.seenWith(sight))
        .filter(call -> search.matches(call, sight))
        .sorted(search.order())
        .toList();
  }

  /**
   * Calls that were going on at some time between the two, epoch ms, live ones among them, as far
   * as they may be seen.
   */
  List<Filed> during(long from, long to, Sight sight) {
    return started(from - LONGEST_MS, to).stream()
        .filter(filed -> filed.call().endedAt() >= from)
        .filter(filed -> sight.sees(filed.call().queue()))
        .toList();
  }

  /** Where the history of a call lies. */
  public synchronized Optional<Filed.Place> place(String id) {
    return Optional.ofNullable(calls.get(id)).map(Filed::place);
  }

  /** A copy: it is looked through without holding up what comes in. */
  private synchronized List<Filed> started(long from, long to) {
    Stream<Filed> all = byStart.stream();
    return all.dropWhile(filed -> filed.call().startedAt() < from)
        .takeWhile(filed -> filed.call().startedAt() < to)
        .toList();
  }

  private void add(Filed filed) {
    calls.put(filed.call().id(), filed);
    byStart.add(filed);
    revision += filed.complete() ? 1 : 0;
  }
}
