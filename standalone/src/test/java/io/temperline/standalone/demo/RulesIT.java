package io.temperline.standalone.demo;

import static io.temperline.standalone.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.temperline.gateway.replay.CallDetails;
import io.temperline.gateway.replay.RecordedCall;
import io.temperline.gateway.replay.RecordedCalls;
import io.temperline.gateway.replay.ReplayListener;
import io.temperline.gateway.replay.ReplaySettings;
import io.temperline.gateway.replay.Replayer;
import io.temperline.schemas.Escalation;
import io.temperline.schemas.EscalationStatus;
import io.temperline.schemas.PublishedRules;
import io.temperline.schemas.Verdict;
import io.temperline.speech.model.EmotionModel;
import io.temperline.standalone.CommandRunner;
import io.temperline.standalone.DataFolder;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules and alerts in people's hands, while calls go on. */
class RulesIT {

  private static final Path CALL = Path.of("../gateway/calls/opening-hours.flac");

  private static final String SET =
      """
      version: "it-1"
      rules:
        - {name: any-call, expr: 'call_age >= duration("1s")', severity: warning, annotations: {summary: "{{ call_age }}"}}
        - {name: speech, expr: anger > 0.0, for: 2s, clock: speech, keepFiring: {for: 1h}, severity: info, updates: {value: anger, step: 0.05}}
      """;

  @TempDir private Path folder;

  private final CommandRunner command = new CommandRunner();
  private Installation installation;
  private TopicReader reader;
  private String config;
  private String set;

  @BeforeEach
  void start() throws Exception {
    installation =
        Installation.start(
            DataFolder.open(Optional.empty()), Ports.choose(0, 0, 0), EmotionModel::shipped);
    reader = new TopicReader(installation.clients());
    config =
        Files.write(
                folder.resolve("app.properties"),
                installation.clients().entrySet().stream()
                    .map(entry -> entry.getKey() + "=" + entry.getValue())
                    .toList())
            .toString();
    set = Files.writeString(folder.resolve("rules.yaml"), SET).toString();
  }

  @AfterEach
  void stop() {
    installation.close();
  }

  @Test
  void aLiveCallIsUnderAppliedRulesAndPeopleDoWhatTheyWantWithItsAlerts() throws Exception {
    assertThat(run("rules", "get").out()).contains("version: \"default-1\"");
    Thread live = play("live", 1);
    await("the call is heard", () -> !reader.records(installation.topics().emotions()).isEmpty());

    assertThat(run("rules", "apply", set, "--by", "olga").out()).contains("is published");
    Escalation raised = awaitStep(step -> step.getRule().equals("any-call"));
    PublishedRules published = reader.records(installation.topics().rules()).get(0).value();
    assertThat(raised.getRuleVersion()).isEqualTo("it-1");
    assertThat(raised.getAt())
        .isBetween(
            published.getEffectiveFrom(), published.getEffectiveFrom().plus(Duration.ofSeconds(2)));

    assertThatPeopleCanDealWith(raised.getEscalationId());
    assertThatTheSetIsListedAndRefusedWhereItChanged(published);
    live.join();
    awaitStep(step -> step.getStatus() == EscalationStatus.CLEARED);
    assertThat(run("alerts", "list").out()).doesNotContain(raised.getEscalationId());
    command.assertRefused(
        "is cleared: there is nothing left to snooze",
        "alerts",
        "snooze",
        raised.getEscalationId(),
        "--for",
        "10m",
        "--config",
        config);
    assertThatTheWebInterfaceDoesTheSame(raised.getEscalationId());
    assertThatABackTestFindsWhatWasRaised();

    assertThat(run("rules", "delete", "it-1", "--by", "bea").out())
        .contains("version 'it-1' is withdrawn; version 'default-1', which comes with the program");
    assertThat(run("rules", "list", "--json").out())
        .contains("\"standing\":\"WITHDRAWN\"", "\"withdrawnBy\":\"bea\"");
    assertThat(run("rules", "list").out()).contains("withdrawn by bea at ");
    assertThat(run("rules", "get", "it-1").out()).isEqualTo(SET);
    assertThat(command.err()).contains("version 'it-1' is withdrawn by bea at ");
    command.assertRefused("no version 'it-1'", "rules", "delete", "it-1", "--config", config);
  }

  private void assertThatTheSetIsListedAndRefusedWhereItChanged(PublishedRules published)
      throws Exception {
    assertThat(run("rules", "list").out()).containsPattern("it-1 .* olga +in force");
    assertThat(run("rules", "get").out()).isEqualTo(SET);
    assertThat(run("rules", "get", "default-1").out()).contains("sustained-anger");
    assertThat(run("rules", "apply", set).out())
        .contains("is published already, by olga", published.getEffectiveFrom().toString());
    String changed = Files.writeString(folder.resolve("changed.yaml"), SET + "#\n").toString();
    command.assertRefused("a new version", "rules", "apply", changed, "--config", config);
    String bad =
        Files.writeString(folder.resolve("bad.yaml"), SET.replace("anger", "angr")).toString();
    assertThat(command.run("rules", "apply", bad, "--config", config)).isEqualTo(1);
    assertThat(command.err()).contains(bad + ":4:");
    assertThat(reader.records(installation.topics().rules())).hasSize(1);
  }

  private void assertThatPeopleCanDealWith(String alert) throws Exception {
    run("alerts", "snooze", alert, "--for", "10m"); // first, for the call goes on without us
    run("alerts", "ack", alert, "--by", "olga", "--note", "on my way");
    assertThat(run("alerts", "list", "--all").out()).contains(alert);
    run("alerts", "judge", alert, "false-alarm", "--by", "olga");
    run("alerts", "judge", alert, "right", "--by", "bea");
    run("alerts", "note", alert, "only a test");
    command.assertRefused(
        "there is no alert 'live/any-call/999'",
        "alerts",
        "ack",
        "live/any-call/999",
        "--config",
        config);

    Escalation noted = awaitStep(step -> "only a test".equals(step.getNote()));
    assertThat(noted.getAcknowledgedBy()).isEqualTo("olga");
    assertThat(noted.getSnoozedUntil()).isNotNull();
    assertThat(noted.getVerdict()).isEqualTo(Verdict.RIGHT);
    assertThat(noted.getJudgedBy()).isEqualTo("bea");
    assertThat(run("rules", "report").out())
        .containsPattern("any-call +it-1 +1 +1 +1 +0 +1\\.00 +0\\.21 to 1\\.00 +00:");
    assertThat(run("rules", "report", "--since", "1h", "--json").out())
        .contains("\"rule\":\"any-call\",\"version\":\"it-1\",\"alerts\":1,\"judged\":1");
  }

  private void assertThatTheWebInterfaceDoesTheSame(String alert) throws Exception {
    String other = SET.replace("it-1", "web-1");
    assertThat(send("PUT", "/api/rules/web-1?by=bea", "application/yaml", other).statusCode())
        .isEqualTo(201);
    assertThat(send("PUT", "/api/rules/web-1?by=bea", "application/yaml", other).statusCode())
        .isEqualTo(200);
    assertThat(send("PUT", "/api/rules/web-1?by=bea", "application/yaml", other + "#").statusCode())
        .isEqualTo(409);
    HttpResponse<String> unknown =
        send(
            "PUT",
            "/api/rules/web-2?by=bea",
            "application/yaml",
            other
                .replace("web-1", "web-2")
                .replace("call_age >= duration(\"1s\")", "emotions[\"bored\"] > 0.1"));
    assertThat(unknown.statusCode()).isEqualTo(422);
    assertThat(unknown.body()).contains("boredom");
    assertThat(send("GET", "/api/rules", null, "").body()).contains("web-1", "it-1");
    assertThat(send("DELETE", "/api/rules/web-1", null, "").statusCode()).isEqualTo(200);

    HttpResponse<String> noted =
        send(
            "POST",
            "/api/escalations/note",
            "application/json",
            "{\"id\": \"%s\", \"by\": \"bea\", \"note\": \"by the page\"}".formatted(alert));
    assertThat(noted.statusCode()).isEqualTo(202);
    String commandId = json(noted.body()).get("commandId").asText();
    awaitStep(step -> commandId.equals(step.getCommandId()));
  }

  private void assertThatABackTestFindsWhatWasRaised() throws Exception {
    play("later", 0).join();
    awaitStep(
        step -> step.getCallId().equals("later") && step.getStatus() == EscalationStatus.CLEARED);
    JsonNode found =
        json(run("rules", "test", set, "--from-topic", "--since", "1h", "--json").out());
    List<String> ofLater = new ArrayList<>();
    for (JsonNode alert : found.get("alerts")) {
      if (alert.get("call").asText().equals("later")) {
        ofLater.add(alert.get("rule").asText() + " " + alert.get("raisedAt").asText());
      }
    }

    assertThat(found.get("calls").asInt()).isEqualTo(2);
    assertThat(ofLater)
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(
            steps()
                .filter(step -> step.getCallId().equals("later"))
                .filter(step -> step.getStatus() == EscalationStatus.RAISED)
                .map(step -> step.getRule() + " " + step.getRaisedAt())
                .toList());
    assertThat(run("rules", "test", set, "--from-topic", "--against", "in-force").out())
        .contains("against version 'it-1'")
        .doesNotContain("only with", "in both, at another time");
  }

  /** Plays a call on a thread of its own. */
  private Thread play(String callId, double speed) {
    RecordedCall call = RecordedCalls.find(List.of(CALL)).calls().get(0);
    Thread playing =
        new Thread(
            () -> {
              try (var producer = Replayer.producer(installation.clients())) {
                new Replayer(
                        producer,
                        installation.topics(),
                        ReplaySettings.atSpeed(speed),
                        new ReplayListener() {})
                    .replay(
                        List.of(
                            new RecordedCall(
                                callId, call.caller(), call.agent(), CallDetails.UNKNOWN)));
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    playing.start();
    return playing;
  }

  private CommandRunner run(String... arguments) {
    String[] all =
        Stream.concat(Stream.of(arguments), Stream.of("--config", config)).toArray(String[]::new);
    assertThat(command.run(all)).as(command.err()).isZero();
    return command;
  }

  private HttpResponse<String> send(String method, String path, String type, String body)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(installation.dashboardAddress() + path))
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    if (type != null) {
      request.header("Content-Type", type);
    }
    return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static JsonNode json(String text) throws Exception {
    return new ObjectMapper().readTree(text);
  }

  private Stream<Escalation> steps() {
    return reader.records(installation.topics().escalations()).stream().map(ConsumerRecord::value);
  }

  private Escalation awaitStep(Predicate<Escalation> wanted) throws Exception {
    await("a step comes in time", () -> steps().anyMatch(wanted));
    return steps().filter(wanted).findFirst().orElseThrow();
  }
}
