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
import io.temperline.dashboard.archive.CustomerCalls;
import io.temperline.dashboard.audit.Audit;
import io.temperline.dashboard.problem.ProblemDetails;
import io.temperline.dashboard.problem.ProblemType;
import io.temperline.schemas.AuditAction;
import io.temperline.schemas.Command;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Has customers erased. Their ids may hold slashes, as those of alerts do: so they are in the body.
 */
@Controller("/api/customers")
@ExecuteOn(TaskExecutors.BLOCKING)
final class CustomerController {

  private static final String UNKNOWN =
      "no call's history names that customer: is the id right, or are they erased already?";

  private final ErasureCommands commands;
  private final CustomerCalls calls;
  private final CommandSink topic;
  private final Audit audit;

  CustomerController(
      ErasureCommands commands, CustomerCalls calls, CommandSink topic, Audit audit) {
    this.commands = commands;
    this.calls = calls;
    this.topic = topic;
    this.audit = audit;
  }

  /**
   * Who is to be erased.
   *
   * @param customer the customer's id, as it is in the calls
   * @param by who asks, where nobody has to log in; else it is who has logged in
   */
  @Serdeable
  record Erasure(@Nullable String customer, @Nullable String by) {}

  /**
   * What was asked of the streams application.
   *
   * @param calls how many of the customer's calls are to be erased
   */
  @Serdeable
  record Asked(int calls) {}

  /** Asks for the erasure of a customer with all calls that any history names. */
  @Post("/erase")
  HttpResponse<?> erase(@Body Erasure wish, Person person, HttpRequest<?> request) {
    String by = person.by(wish.by());
    Command customer = commands.customer(wish.customer(), by);
    Set<String> callIds = calls.of(wish.customer());
    if (callIds.isEmpty()) {
      return ProblemDetails.response(
          request, HttpStatus.NOT_FOUND, ProblemType.UNKNOWN_CUSTOMER, UNKNOWN);
    }
    // By the calls alone: the audit outlives the customer.
    callIds.forEach(callId -> audit.changes(person, AuditAction.ERASED, callId, null));
    Stream<Command> ofCalls =
        callIds.stream().map(callId -> commands.call(callId, wish.customer(), by));
    topic.send(Stream.concat(Stream.of(customer), ofCalls).toList());
    return HttpResponse.accepted().body(new Asked(callIds.size()));
  }

  @Error
  HttpResponse<ProblemDetails> invalid(HttpRequest<?> request, InvalidCommandException e) {
    return ProblemDetails.response(
        request, HttpStatus.UNPROCESSABLE_ENTITY, ProblemType.ERASURE_REFUSED, e.getMessage());
  }
}
