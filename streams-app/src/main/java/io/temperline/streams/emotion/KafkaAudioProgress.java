package io.temperline.streams.emotion;

import io.temperline.schemas.AudioFrame;
import io.temperline.schemas.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.StreamsConfig;

/** Asks the broker: heard is what the application's group has committed. */
public final class KafkaAudioProgress implements AudioProgress, AutoCloseable {

  private final Admin admin;
  private final String group;
  private final String topic;

  private KafkaAudioProgress(Admin admin, String group, String topic) {
    this.admin = admin;
    this.group = group;
    this.topic = topic;
  }

  /**
   * @param audio the topic
   * @param config of the application
   * @throws KafkaException where the configuration allows no client
   */
  public static KafkaAudioProgress of(Topic<AudioFrame> audio, StreamsConfig config) {
    String application = config.getString(StreamsConfig.APPLICATION_ID_CONFIG);
    return new KafkaAudioProgress(
        Admin.create(config.getAdminConfigs(application + "-progress")), application, audio.name());
  }

  @Override
  public CompletionStage<Progress> of(int partition) {
    TopicPartition audio = new TopicPartition(topic, partition);
    return committed(audio).thenCombine(end(audio), Progress::new);
  }

  private CompletionStage<Long> committed(TopicPartition audio) {
    var ofAudio = new ListConsumerGroupOffsetsSpec().topicPartitions(List.of(audio));
    return admin
        .listConsumerGroupOffsets(Map.of(group, ofAudio))
        .partitionsToOffsetAndMetadata(group)
        .toCompletionStage()
        .thenApply(offsets -> offset(offsets.get(audio)));
  }

  private static long offset(OffsetAndMetadata committed) {
    return committed == null ? 0 : committed.offset();
  }

  private CompletionStage<Long> end(TopicPartition audio) {
    return admin
        .listOffsets(
            Map.of(audio, OffsetSpec.latest()),
            new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
        .partitionResult(audio)
        .toCompletionStage()
        .thenApply(ListOffsetsResultInfo::offset);
  }

  @Override
  public void close() {
    admin.close(Duration.ZERO);
  }
}
