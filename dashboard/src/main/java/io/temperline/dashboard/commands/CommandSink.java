package io.temperline.dashboard.commands;

import io.temperline.schemas.Command;

/** Takes what people ask. */
interface CommandSink {

  void send(Command command);
}
