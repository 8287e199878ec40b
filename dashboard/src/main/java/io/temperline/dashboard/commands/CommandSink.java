package io.temperline.dashboard.commands;

import io.temperline.schemas.Command;
import java.util.List;

/** Takes what people ask. */
interface CommandSink {

  /** Returns when all of them are taken. */
  void send(List<Command> commands);

  default void send(Command command) {
    send(List.of(command));
  }
}
