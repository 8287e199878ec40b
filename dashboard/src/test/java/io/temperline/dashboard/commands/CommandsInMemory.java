package io.temperline.dashboard.commands;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import io.temperline.dashboard.source.TestTopics;
import io.temperline.schemas.Command;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what was sent. */
@Singleton
@Replaces(CommandSink.class)
@Requires(property = TestTopics.PROPERTY)
public final class CommandsInMemory implements CommandSink {

  private final List<Command> sent = new CopyOnWriteArrayList<>();

  @Override
  public void send(List<Command> commands) {
    sent.addAll(commands);
  }

  public List<Command> sent() {
    return sent;
  }
}
