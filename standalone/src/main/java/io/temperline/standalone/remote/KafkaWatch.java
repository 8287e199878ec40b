package io.temperline.standalone.remote;

import java.time.Duration;
import org.apache.kafka.clients.admin.Admin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says when Kafka goes away and when it is back, for as long as the JVM lives. Kafka's clients try
 * again by themselves and say nothing of it for minutes.
 */
public final class KafkaWatch {

  private static final Logger LOG = LoggerFactory.getLogger(KafkaWatch.class);
  private static final Duration INTERVAL = Duration.ofSeconds(10);

  private final KafkaCluster cluster;
  private final Admin admin;
  private boolean away;

  public KafkaWatch(KafkaCluster cluster, Admin admin) {
    this.cluster = cluster;
    this.admin = admin;
  }

  /** Watches on a thread of its own. */
  public void start() {
    Thread thread = new Thread(this::watch, "kafka-watch");
    thread.setDaemon(true);
    thread.start();
  }

  private void watch() {
    try {
      while (true) {
        Thread.sleep(INTERVAL.toMillis());
        look();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  void look() throws InterruptedException {
    try {
      cluster.requireAnswer(admin);
      if (away) {
        LOG.warn("Kafka answers again");
      }
      away = false;
    } catch (NotThereException | RuntimeException e) {
      if (!away) {
        LOG.warn("{}; calls go on from where they stood when one does", e.getMessage());
      }
      away = true;
    }
  }
}
