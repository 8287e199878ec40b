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
import io.temperline.dashboard.access.Person;
import io.temperline.dashboard.archive.PastCalls;
import io.temperline.dashboard.audit.Audit;
import io.temperline.dashboard.floor.CallDetail;
import io.temperline.dashboard.floor.CallSummary;
import io.temperline.dashboard.floor.FloorView;
import io.temperline.dashboard.problem.ProblemDetails;
import io.temperline.dashboard.problem.ProblemType;
import io.temperline.schemas.AuditAction;
import io.temperline.schemas.Command;
import io.temperline.schemas.CommandType;
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
  private final FloorCheck check;
  private final CommandSink topic;
  private final FloorView floor;
  private final PastCalls past;
  private final Audit audit;

  AlertController(
      AlertCommands commands,
      FloorCheck check,
      CommandSink topic,
      FloorView floor,
      PastCalls past,
      Audit audit) {
    this.commands = commands;
    this.check = check;
    this.topic = topic;
    this.floor = floor;
    this.past = past;
    this.audit = audit;
  }

  /**
   * What a person wants.
   *
   * @param id the alert's
   * @param by who asks, where nobody has to log in; else it is who has logged in
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
  HttpResponse<Sent> acknowledge(@Body Wish wish, Person person) {
    return send(commands.acknowledge(wish.id(), person.by(wish.by()), wish.note()), person);
  }

  @Post("/snooze")
  HttpResponse<Sent> snooze(@Body Wish wish, Person person) {
    Instant until = wish.until() == null ? null : Instant.ofEpochMilli(wish.until());
    return send(commands.snooze(wish.id(), person.by(wish.by()), until, wish.note()), person);
  }

  @Post("/judge")
  HttpResponse<Sent> judge(@Body Wish wish, Person person) {
    Verdict verdict =
        Arrays.stream(Verdict.values())
            .filter(known -> known.name().equals(wish.verdict()))
            .findAny()
            .orElse(null);
    return send(commands.judge(wish.id(), person.by(wish.by()), verdict, wish.note()), person);
  }

  @Post("/note")
  HttpResponse<Sent> note(@Body Wish wish, Person person) {
    return send(commands.note(wish.id(), person.by(wish.by()), wish.note()), person);
  }

  private HttpResponse<Sent> send(Command command, Person person) {
    requireSeen(command, person);
    check.requireEffect(command);
    audit.changes(
        person, action(command.getType()), command.getCallId(), command.getEscalationId());
    topic.send(command);
    return HttpResponse.accepted().body(new Sent(command.getCommandId()));
  }

  /** An alert of a call that is not seen is one that is not there. */
  private void requireSeen(Command command, Person person) {
    if (person.sight().isLimited() && !person.sight().sees(queue(command.getCallId()))) {
      audit.denies(person, command.getCallId(), command.getType() + " in another queue");
      throw new FutileCommandException(
          FutileCommandException.Reason.NO_SUCH_ALERT,
          "no call that is shown to you has such an alert");
    }
  }

  private @Nullable String queue(String callId) {
    return floor
        .call(callId)
        .or(() -> past.detail(callId))
        .map(CallDetail::call)
        .map(CallSummary::queue)
        .orElse(null);
  }

  private static AuditAction action(CommandType type) {
    return switch (type) {
      case ACKNOWLEDGE -> AuditAction.ACKNOWLEDGED;
      case SNOOZE -> AuditAction.SNOOZED;
      case JUDGE -> AuditAction.JUDGED;
      case NOTE -> AuditAction.NOTED;
      case ERASE_CALL, ERASE_CUSTOMER -> AuditAction.ERASED;
      case UNKNOWN -> AuditAction.UNKNOWN;
    };
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
