package io.temperline.dashboard.archive;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.temperline.dashboard.source.Consumers;
import io.temperline.dashboard.source.KafkaProperties;
import io.temperline.dashboard.source.SourceMonitor;
import io.temperline.dashboard.source.SourceSettings;
import io.temperline.dashboard.source.TopicListener;
import io.temperline.schemas.TopicScan;
import io.temperline.schemas.Topics;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Wires the archive to the history topic, beside the floor, which does not wait for it. */
@Factory
final class ArchiveFactory {

  @Singleton
  Archive archive(ArchiveSettings settings) {
    return new Archive(settings.keep());
  }

  @Singleton
  PastCalls pastCalls(Archive archive, Consumers consumers, KafkaProperties kafka, Clock clock) {
    return new PastCalls(archive, consumers, new Topics(kafka.properties()).history(), clock);
  }

  @Singleton
  CustomerCalls customerCalls(Consumers consumers, KafkaProperties kafka) {
    return new CustomerCalls(
        new TopicScan(consumers::open), new Topics(kafka.properties()).history());
  }

  /** How the reading of the archive goes, which takes longer at the start than the floor's. */
  @Singleton
  @Named("archive")
  SourceMonitor monitor(Clock clock) {
    return new SourceMonitor(clock);
  }

  @Singleton
  @Named("archive")
  @Bean(preDestroy = "close")
  TopicListener listener(
      Consumers consumers,
      KafkaProperties kafka,
      Archive archive,
      @Named("archive") SourceMonitor monitor,
      ArchiveSettings settings,
      SourceSettings source,
      Clock clock) {
    ArchiveRecords records =
        new ArchiveRecords(
            new Topics(kafka.properties()).history(), archive, monitor, settings.lookBack());
    return new TopicListener("archive-listener", consumers, records, monitor, source, clock);
  }
}
