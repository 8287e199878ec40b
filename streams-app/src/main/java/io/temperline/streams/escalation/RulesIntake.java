package io.temperline.streams.escalation;

import io.temperline.schemas.PublishedRules;
import io.temperline.schemas.Topic;
import io.temperline.streams.failure.Blame;
import io.temperline.streams.failure.Cause;
import java.time.Duration;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where rule sets come in. Every instance reads all of them, in a global store that nobody clears:
 * a replay needs the rules of its time.
 */
public final class RulesIntake {

  private static final String STORE = "rules";

  private RulesIntake() {}

  /**
   * @param book is kept up to date
   */
  public static void add(StreamsBuilder builder, Topic<PublishedRules> rules, RuleBook book) {
    builder.addGlobalStore(
        Stores.keyValueStoreBuilder(
                Stores.inMemoryKeyValueStore(STORE), Serdes.String(), Serdes.ByteArray())
            .withLoggingDisabled(),
        rules.name(),
        Consumed.with(Serdes.String(), Serdes.ByteArray()).withName("rules-in"),
        () -> new Reading(rules, book));
  }

  /** Takes the raw bytes, so that a record that cannot be read stops nothing. */
  private static final class Reading implements Processor<String, byte[], Void, Void> {

    private static final Logger LOG = LoggerFactory.getLogger(RulesIntake.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Topic<PublishedRules> rules;
    private final RuleBook book;
    private KeyValueStore<String, byte[]> store;

    Reading(Topic<PublishedRules> rules, RuleBook book) {
      this.rules = rules;
      this.book = book;
    }

    @Override
    public void init(ProcessorContext<Void, Void> context) {
      store = context.getStateStore(STORE);
      try (KeyValueIterator<String, byte[]> all = store.all()) {
        while (all.hasNext()) {
          KeyValue<String, byte[]> set = all.next();
          publish(set.key, set.value);
        }
      }
    }

    @Override
    public void process(Record<String, byte[]> record) {
      if (record.key() == null) {
        LOG.error("A rule set without a key is passed over: its version must be the key");
      } else if (record.value() == null) {
        store.delete(record.key());
        book.withdraw(record.key());
      } else {
        store.put(record.key(), record.value());
        publish(record.key(), record.value());
      }
    }

    private void publish(String version, byte[] raw) {
      while (true) {
        try {
          take(rules.values().deserializer().deserialize(rules.name(), raw));
          return;
        } catch (RuntimeException e) {
          if (!Blame.isNotOfTheRecord(e)) {
            LOG.error("Rules {} are passed over, they cannot be read: {}", version, Cause.of(e));
            return;
          }
          LOG.warn("Rules {} cannot be read now, trying again: {}", version, Cause.of(e));
          pause();
        }
      }
    }

    private void take(PublishedRules set) {
      if (set.getWithdrawnAt() == null) {
        book.publish(set);
      } else {
        book.withdraw(set.getVersion());
      }
    }

    private static void pause() {
      try {
        Thread.sleep(PAUSE.toMillis());
      } catch (InterruptedException e) {
        throw new InterruptException(e);
      }
    }
  }
}
