package io.temperline.streams.escalation;

import io.temperline.rules.RuleEngine;
import io.temperline.rules.RuleSet;
import io.temperline.rules.RuleSetLoader;
import io.temperline.rules.UnusableRulesException;
import io.temperline.schemas.PublishedRules;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The published rule sets, each in force from its time until the next one is; before the first the
 * shipped set. Safe for threads: one writes, all read.
 */
public final class RuleBook {

  private static final Logger LOG = LoggerFactory.getLogger(RuleBook.class);

  private record Entry(PublishedRules published, RuleEngine engine) {}

  private final RuleSetLoader loader;
  private final RuleEngine shipped = new RuleEngine(RuleSet.shipped());
  private final Map<String, Entry> byVersion = new HashMap<>();
  private volatile NavigableMap<Instant, RuleEngine> byTime = new TreeMap<>();

  /**
   * @param emotions the labels of the model; sets that ask for others are passed over
   */
  public RuleBook(Collection<String> emotions) {
    loader = new RuleSetLoader(Set.copyOf(emotions));
  }

  /** The rules in force at a moment of event time. */
  public RuleEngine at(Instant moment) {
    Map.Entry<Instant, RuleEngine> inForce = byTime.floorEntry(moment);
    return inForce == null ? shipped : inForce.getValue();
  }

  /** Takes up a set, in place of one of the same version; one that is unusable is passed over. */
  public synchronized void publish(PublishedRules rules) {
    try {
      RuleSet set = loader.load(rules.getYaml());
      byVersion.put(rules.getVersion(), new Entry(rules, new RuleEngine(set)));
      LOG.info("Rules {} are in force from {}", rules.getVersion(), rules.getEffectiveFrom());
      arrange();
    } catch (UnusableRulesException e) {
      LOG.error(
          "Rules {} are passed over, the rules before them stay in force: {}",
          rules.getVersion(),
          e.problems().get(0));
    }
  }

  /** Forgets a set as if it had never been published. */
  public synchronized void withdraw(String version) {
    if (byVersion.remove(version) != null) {
      LOG.info("Rules {} are withdrawn", version);
      arrange();
    }
  }

  /** Where two sets begin at the same moment, the one that was published later counts. */
  private void arrange() {
    NavigableMap<Instant, RuleEngine> arranged = new TreeMap<>();
    List<Entry> entries =
        byVersion.values().stream()
            .sorted(
                Comparator.comparing((Entry entry) -> entry.published().getPublishedAt())
                    .thenComparing(entry -> entry.published().getVersion()))
            .toList();
    entries.forEach(entry -> arranged.put(entry.published().getEffectiveFrom(), entry.engine()));
    byTime = arranged;
  }
}
