package io.temperline.standalone.remote;

import static org.assertj.core.api.Assertions.assertThat;

import io.temperline.standalone.LogLines;
import io.temperline.standalone.kafka.EmbeddedKafka;
import java.nio.file.Path;
import java.util.Properties;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaWatchIT {

  @TempDir private Path folder;

  @Test
  void aLineSaysWhenKafkaGoesAndAnotherWhenItIsBack() throws Exception {
    Properties properties = new Properties();
    EmbeddedKafka kafka = EmbeddedKafka.start(folder, 0);
    try (LogLines log = LogLines.open()) {
      properties.setProperty("bootstrap.servers", kafka.bootstrapServers());
      KafkaCluster cluster = new KafkaCluster(properties);
      try (Admin admin = cluster.connect()) {
        KafkaWatch watch = new KafkaWatch(cluster, admin);
        watch.look();
        assertThat(log.lines()).isEmpty();

        kafka.close();
        watch.look();
        watch.look();
        assertThat(log.lines())
            .singleElement()
            .asString()
            .contains("no Kafka broker answers at " + kafka.bootstrapServers());

        kafka = EmbeddedKafka.start(folder, kafka.port());
        while (log.lines().size() < 2) {
          watch.look();
        }
        assertThat(log.lines().get(1)).isEqualTo("Kafka answers again");
      }
    } finally {
      kafka.close();
    }
  }
}
