package io.temperline.dashboard.commands;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.temperline.dashboard.problem.ProblemDetails;
import io.temperline.dashboard.problem.ProblemType;
import io.temperline.schemas.Command;
import io.temperline.schemas.Verdict;
import java.time.Instant;
import java.util.Arrays;

/**
 * What people do with alerts. An alert's id holds slashes, which proxies decode or refuse in
 * addresses: so it is in the body. The answer is 202 and the command's id; the step that the
 * streams application makes of it carries that id.
 *
 * <p>Bodies are JSON alone: a page from elsewhere cannot send that without asking first.
 */
@Controller("/api/escalations")
@ExecuteOn(TaskExecutors.BLOCKING)
final class AlertController {

  private final AlertCommands commands;
  private final FloorCheck floor;
  private final CommandSink topic;

  AlertController(AlertCommands commands, FloorCheck floor, CommandSink topic) {
    this.commands = commands;
    this.floor = floor;
    this.topic = topic;
  }

  /**
   * What a person wants.
   *
   * @param id the alert's
   * @param by who asks
   * @param note what is noted; elsewhere a remark
   * @param until to snooze: until when, epoch ms
   * @param verdict to judge: RIGHT or FALSE_ALARM
   */
  @Serdeable
  record Wish(
      @Nullable String id,
      @Nullable String by,
      @Nullable String note,
      @Nullable Long until,
      @Nullable String verdict) {}

  /** The command that was sent. */
  @Serdeable
  record Sent(String commandId) {}

  @Post("/acknowledge")
  HttpResponse<Sent> acknowledge(@Body Wish wish) {
    return send(commands.acknowledge(wish.id(), wish.by(), wish.note()));
  }

  @Post("/snooze")
  HttpResponse<Sent> snooze(@Body Wish wish) {
    Instant until = wish.until() == null ? null : Instant.ofEpochMilli(wish.until());
    return send(commands.snooze(wish.id(), wish.by(), until, wish.note()));
  }

  @Post("/judge")
  HttpResponse<Sent> judge(@Body Wish wish) {
    Verdict verdict =
        Arrays.stream(Verdict.values())
            .filter(known -> known.name().equals(wish.verdict()))
            .findAny()
            .orElse(null);
    return send(commands.judge(wish.id(), wish.by(), verdict, wish.note()));
  }

  @Post("/note")
  HttpResponse<Sent> note(@Body Wish wish) {
    return send(commands.note(wish.id(), wish.by(), wish.note()));
  }

  private HttpResponse<Sent> send(Command command) {
    floor.requireEffect(command);
    topic.send(command);
    return HttpResponse.accepted().body(new Sent(command.getCommandId()));
  }

  @Error
  HttpResponse<ProblemDetails> futile(HttpRequest<?> request, FutileCommandException e) {
    return switch (e.reason()) {
      case NO_SUCH_ALERT ->
          ProblemDetails.response(
              request, HttpStatus.NOT_FOUND, ProblemType.UNKNOWN_ALERT, e.getMessage());
      case CLEARED ->
          ProblemDetails.response(
              request, HttpStatus.CONFLICT, ProblemType.CLEARED_ALERT, e.getMessage());
    };
  }

  @Error
  HttpResponse<ProblemDetails> invalid(HttpRequest<?> request, InvalidCommandException e) {
    return ProblemDetails.response(
        request, HttpStatus.UNPROCESSABLE_ENTITY, ProblemType.COMMAND_REFUSED, e.getMessage());
  }
}
