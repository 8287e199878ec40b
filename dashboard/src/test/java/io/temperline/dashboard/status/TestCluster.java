package io.temperline.dashboard.status;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import io.temperline.dashboard.source.TestTopics;
import jakarta.inject.Singleton;

/** What a broker would say, as the test has it. */
@Singleton
@Replaces(KafkaCluster.class)
@Requires(property = TestTopics.PROPERTY)
public final class TestCluster implements Cluster {

  private volatile Standing standing = new Standing("temperline", "STABLE", 12L, 3L, 0L, null);

  public void away() {
    standing = new Standing("temperline", null, null, null, null, "Kafka does not answer");
  }

  @Override
  public Standing standing() {
    return standing;
  }
}
