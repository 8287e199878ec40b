package io.temperline.dashboard.audit;

import io.temperline.schemas.AuditEntry;
import java.time.Instant;
import java.util.function.Consumer;
import org.apache.kafka.common.KafkaException;

/** Where entries are kept. */
interface AuditTrail {

  /**
   * Returns when it is kept.
   *
   * @throws KafkaException where it cannot be
   */
  void append(AuditEntry entry);

  /**
   * Reads what was kept since then, in no order.
   *
   * @throws KafkaException where it cannot be read
   */
  void read(Instant since, Consumer<AuditEntry> reader);
}
