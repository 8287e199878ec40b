package io.temperline.dashboard.tryit;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import io.temperline.dashboard.source.TestTopics;
import io.temperline.schemas.AudioFrame;
import io.temperline.schemas.CallEvent;
import io.temperline.schemas.Command;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What was sent of trials, in its order. */
@Singleton
@Replaces(KafkaTrialTopics.class)
@Requires(property = TestTopics.PROPERTY)
public final class TrialsInMemory implements TrialTopics {

  private final List<Object> sent = new CopyOnWriteArrayList<>();
  private volatile String failure;

  public List<Object> sent() {
    return List.copyOf(sent);
  }

  public List<AudioFrame> frames() {
    return sent.stream().filter(AudioFrame.class::isInstance).map(AudioFrame.class::cast).toList();
  }

  public void failWith(String reason) {
    failure = reason;
  }

  @Override
  public void send(CallEvent event) {
    sent.add(event);
  }

  @Override
  public void send(AudioFrame frame) {
    sent.add(frame);
  }

  @Override
  public void send(Command command) {
    sent.add(command);
  }

  @Override
  public String failure() {
    return failure;
  }
}
