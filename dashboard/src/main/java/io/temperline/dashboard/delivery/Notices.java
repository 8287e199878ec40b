package io.temperline.dashboard.delivery;

import io.temperline.dashboard.delivery.channel.Notice;
import io.temperline.dashboard.delivery.channel.Step;
import io.temperline.dashboard.source.TopicReader;
import io.temperline.schemas.Escalation;
import java.net.URI;
import java.util.Optional;

/** Reads records as notices, for one target. */
final class Notices {

  private final TopicReader<Escalation> reader;
  private final Filter filter;
  private final Optional<URI> dashboard;

  Notices(TopicReader<Escalation> reader, Filter filter, Optional<URI> dashboard) {
    this.reader = reader;
    this.filter = filter;
    this.dashboard = dashboard;
  }

  /**
   * Empty where the target does not want to hear of it, and where a call was erased.
   *
   * @throws io.temperline.dashboard.source.SourceAwayException where the registry does not answer
   * @throws org.apache.kafka.common.errors.SerializationException where it cannot be read at all
   */
  Optional<Notice> read(byte[] value) {
    if (value == null) {
      return Optional.empty();
    }
    Escalation alert = reader.read(value);
    return Step.of(alert)
        .filter(step -> filter.passes(step, alert))
        .map(step -> Notice.of(step, alert, dashboard));
  }
}
