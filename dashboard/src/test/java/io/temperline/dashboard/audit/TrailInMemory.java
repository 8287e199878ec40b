package io.temperline.dashboard.audit;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import io.temperline.dashboard.source.TestTopics;
import io.temperline.schemas.AuditEntry;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.apache.kafka.common.errors.TimeoutException;

/** An audit without a broker. */
@Singleton
@Replaces(AuditTrail.class)
@Requires(property = TestTopics.PROPERTY)
public final class TrailInMemory implements AuditTrail {

  private final List<AuditEntry> entries = new CopyOnWriteArrayList<>();
  private volatile boolean away;

  public void goAway() {
    away = true;
  }

  public List<AuditEntry> entries() {
    return List.copyOf(entries);
  }

  @Override
  public void append(AuditEntry entry) {
    if (away) {
      throw new TimeoutException("nobody is there");
    }
    entries.add(entry);
  }

  @Override
  public void read(Instant since, Consumer<AuditEntry> reader) {
    if (away) {
      throw new TimeoutException("nobody is there");
    }
    entries.stream().filter(entry -> !entry.getAt().isBefore(since)).forEach(reader);
  }
}
