package io.temperline.dashboard.delivery;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Where what a target did not take is put aside. */
interface Undelivered {

  /**
   * Returns when it is kept.
   *
   * @param cause in one line
   * @param attempts that were made
   * @throws org.apache.kafka.common.KafkaException where it cannot be kept now
   */
  void keep(ConsumerRecord<byte[], byte[]> record, String target, String cause, int attempts)
      throws InterruptedException;
}
