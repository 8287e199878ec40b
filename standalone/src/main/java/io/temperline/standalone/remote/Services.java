package io.temperline.standalone.remote;

import java.util.Properties;

/** Kafka and the schema registry, which most commands need. */
public final class Services {

  private Services() {}

  /**
   * @throws NotThereException where one of them does not answer within seconds
   */
  public static void requireAnswers(Properties properties)
      throws NotThereException, InterruptedException {
    new KafkaCluster(properties).connect().close();
    new SchemaRegistry(properties).requireAnswer();
  }
}
