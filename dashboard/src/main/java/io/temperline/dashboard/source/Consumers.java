package io.temperline.dashboard.source;

import org.apache.kafka.clients.consumer.Consumer;

/** Opens consumers of the topics; a new one after each time that Kafka was away. */
public interface Consumers {

  /** A consumer without a group and without an assignment; the caller closes it. */
  Consumer<String, byte[]> open();
}
