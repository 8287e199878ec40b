package io.temperline.dashboard.rules;

import static java.util.Objects.requireNonNullElse;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.uri.UriBuilder;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.temperline.dashboard.access.Person;
import io.temperline.dashboard.audit.Audit;
import io.temperline.dashboard.problem.ProblemDetails;
import io.temperline.dashboard.problem.ProblemDetails.Place;
import io.temperline.dashboard.problem.ProblemType;
import io.temperline.rules.RuleSet;
import io.temperline.rules.UnusableRulesException;
import io.temperline.schemas.AuditAction;
import io.temperline.schemas.PublishedRules;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rule sets over HTTP: read, checked, published, withdrawn. Bodies are the sets as YAML. */
@Controller("/api/rules")
@ExecuteOn(TaskExecutors.BLOCKING)
final class RulesController {

  private static final String YAML = "application/yaml";
  private static final String TEXT_YAML = "text/yaml";

  private final RulesDesk desk;
  private final BackTestDesk backTests;
  private final Audit audit;

  RulesController(RulesDesk desk, BackTestDesk backTests, Audit audit) {
    this.desk = desk;
    this.backTests = backTests;
    this.audit = audit;
  }

  /**
   * @param inForce the version that calls are judged by now, the shipped one's where none was
   *     published
   * @param sets in the order in which they come into force
   * @param withdrawn in the order in which they would have
   * @param shipped what is in force where no other is
   * @param canBackTest whether sets can be tried on recent calls
   */
  @Serdeable
  record RuleSets(
      String inForce,
      List<RuleSetJson> sets,
      List<RuleSetJson> withdrawn,
      RuleSetJson shipped,
      boolean canBackTest) {}

  /**
   * What is wrong with a set; nothing where it can be used.
   *
   * @param rules how many it has; null where it cannot be used
   */
  @Serdeable
  record Findings(List<Place> problems, @Nullable Integer rules) {}

  @Get
  RuleSets all() {
    return json(desk.sets());
  }

  private RuleSets json(PublishedSets sets) {
    Instant now = desk.now();
    return new RuleSets(
        sets.inForceAt(now)
            .map(PublishedRules::getVersion)
            .orElseGet(() -> RuleSet.shipped().version()),
        sets.all().stream().map(set -> RuleSetJson.summary(set, sets, now)).toList(),
        sets.withdrawn().stream().map(set -> RuleSetJson.summary(set, sets, now)).toList(),
        RuleSetJson.shipped(sets, now),
        backTests.isOpen());
  }

  /** A published version, a withdrawn one or the shipped one; 404 where there is no such. */
  @Get("/{version}")
  Optional<RuleSetJson> one(String version) {
    Instant now = desk.now();
    PublishedSets sets = desk.sets();
    return sets.of(version)
        .or(() -> sets.withdrawn(version))
        .map(set -> RuleSetJson.summary(set, sets, now).with(set.getYaml()))
        .or(
            () ->
                RulesDesk.shipped(version).map(yaml -> RuleSetJson.shipped(sets, now).with(yaml)));
  }

  @Post("/validate")
  @Consumes({YAML, TEXT_YAML, MediaType.APPLICATION_YAML, MediaType.TEXT_PLAIN})
  Findings validate(@Body String yaml) {
    try {
      return new Findings(List.of(), desk.check(yaml).rules().size());
    } catch (UnusableRulesException e) {
      return new Findings(Place.of(e.problems()), null);
    }
  }

  /**
   * Publishes a set: 201, or 200 where the same was there; 409 where the version is there with
   * other content or was withdrawn; 422 where it cannot be used.
   *
   * @param by who publishes it, where nobody has to log in; else it is who has logged in
   * @param from when it comes into force, with an offset, in place of the set's own time
   */
  @Put("/{version}")
  @Consumes({YAML, TEXT_YAML, MediaType.APPLICATION_YAML})
  HttpResponse<?> publish(
      HttpRequest<?> request,
      String version,
      @Body String yaml,
      @Nullable @QueryValue String by,
      @Nullable @QueryValue String from,
      Person person) {
    Optional<Instant> time;
    try {
      time = Optional.ofNullable(from).map(text -> OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      return unprocessable(request, "from is no time with an offset, such as 2026-11-21T00:00:00Z");
    }
    String written = desk.check(yaml).version();
    if (!written.equals(version)) {
      return unprocessable(
          request,
          "the set says that it is version '%s', the address says '%s': make them the same"
              .formatted(written, version));
    }
    audit.changes(person, AuditAction.RULES_APPLIED, null, version);
    RulesDesk.Applied applied = desk.apply(yaml, requireNonNullElse(person.by(by), ""), time);
    PublishedSets sets = desk.sets();
    RuleSetJson json = RuleSetJson.summary(applied.rules(), sets, desk.now());
    return applied.isNew()
        ? HttpResponse.created(
            json, UriBuilder.of("/api/rules/{version}").expand(Map.of("version", version)))
        : HttpResponse.ok(json);
  }

  /**
   * Withdraws a set: 200 with what is left, 404 where no such version was published.
   *
   * @param by who withdraws it, where nobody has to log in; else it is who has logged in
   */
  @Delete("/{version}")
  RuleSets delete(String version, @Nullable @QueryValue String by, Person person) {
    audit.changes(person, AuditAction.RULES_WITHDRAWN, null, version);
    Optional<String> who = Optional.ofNullable(person.by(by)).filter(name -> !name.isBlank());
    return json(desk.delete(version, who));
  }

  @Error
  HttpResponse<ProblemDetails> refused(HttpRequest<?> request, RefusedRulesException e) {
    HttpStatus status =
        switch (e.reason()) {
          case VERSION_TAKEN -> HttpStatus.CONFLICT;
          case NO_SUCH_VERSION -> HttpStatus.NOT_FOUND;
          case IN_THE_PAST, NOBODY -> HttpStatus.UNPROCESSABLE_ENTITY;
        };
    return ProblemDetails.response(request, status, ProblemType.RULES_REFUSED, e.getMessage());
  }

  private static HttpResponse<ProblemDetails> unprocessable(HttpRequest<?> request, String detail) {
    return ProblemDetails.response(
        request, HttpStatus.UNPROCESSABLE_ENTITY, ProblemType.RULES_REFUSED, detail);
  }
}
