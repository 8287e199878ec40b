package io.temperline.standalone.demo;

import static io.temperline.standalone.Await.await;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.temperline.gateway.replay.RecordedCall;
import io.temperline.gateway.replay.RecordedCalls;
import io.temperline.gateway.replay.Replayer;
import io.temperline.rules.RuleSet;
import io.temperline.schemas.CallHistory;
import io.temperline.schemas.DeadLetterHeaders;
import io.temperline.schemas.EmotionEvent;
import io.temperline.schemas.Escalation;
import io.temperline.schemas.EscalationStatus;
import io.temperline.schemas.Topics;
import io.temperline.speech.model.EmotionModel;
import io.temperline.standalone.CommandRunner;
import io.temperline.standalone.DataFolder;
import io.temperline.streams.TemperlineConfig;
import io.temperline.streams.emotion.RecordedEmotions;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The real thing: broker, registry, serializers, topology, model and dashboard. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InstallationIT {

  private static final Path CALLS = Path.of("../gateway/calls");

  /** As a dead letter, with its headers, it would be more. */
  private static final int AS_MUCH_AS_KAFKA_TAKES = (1 << 20) - 200;

  private final List<CallHistory> reported = new ArrayList<>();
  private List<RecordedCall> calls;
  private Installation installation;
  private TopicReader reader;

  @BeforeAll
  void playTheBundledCalls() throws InterruptedException {
    calls = RecordedCalls.find(List.of(CALLS)).calls();
    installation =
        Installation.start(
            DataFolder.open(Optional.empty()), Ports.choose(0, 0, 0), EmotionModel::shipped);
    reader = new TopicReader(installation.clients());
    sendWhatIsNoFrame("no frame".getBytes(UTF_8));
    new Demo(installation, 0, reported::add).playOnce(calls);
    sendWhatIsNoFrame(new byte[AS_MUCH_AS_KAFKA_TAKES]);
    new Demo(installation, 0, goesOn -> {}).playOnce(calls.subList(0, 1));
  }

  @AfterAll
  void stop() {
    installation.close();
  }

  private void sendWhatIsNoFrame(byte[] value) {
    try (var producer = Replayer.producer(installation.clients())) {
      producer.send(
          new ProducerRecord<>(
              installation.topics().audio().name(), calls.get(0).callId().getBytes(UTF_8), value));
    }
  }

  @Test
  void everyCallHasACompleteHistoryThatAddsUp() {
    assertThat(reported)
        .extracting(CallHistory::getCallId)
        .containsExactlyElementsOf(calls.stream().map(RecordedCall::callId).toList());
    for (int i = 0; i < calls.size(); i++) {
      CallHistory history = reported.get(i);
      long callerMs = calls.get(i).caller().length / 8;
      assertThat(history.getComplete()).isTrue();
      assertThat(history.getDurationMs()).isBetween(callerMs - 20, calls.get(i).durationMs() + 20);
      assertThat(history.getSecondsByEmotion().values().stream().mapToDouble(s -> s).sum())
          .isEqualTo(history.getWindowsScored());
      assertThat(history.getTimeline()).isNotEmpty();
    }
  }

  @Test
  void aBackTestOverHttpFindsWhatWasRaisedAndWhatAnotherSetWouldRaise() throws Exception {
    String copy = RuleSet.shippedYaml().replace("default-1", "copy-1");
    await("what was raised is found", () -> testedByRule(backTest(copy)).equals(raisedByRule()));
    JsonNode same = backTest(copy);
    assertThat(raisedByRule()).isNotEmpty();
    assertThat(same.get("against").asText()).isEqualTo("default-1");
    assertThat(same.get("calls").asInt()).isEqualTo(calls.size() + 1);
    assertThat(same.get("callMs").asLong()).isGreaterThan(calls.get(0).durationMs());
    assertThat(same.get("differing")).isEmpty();

    JsonNode other = backTest(copy.replace("name: sustained-anger", "name: other-anger"));
    Map<String, Set<String>> changes = new HashMap<>();
    for (JsonNode alert : other.get("differing")) {
      String rule = alert.get("rule").asText();
      changes.computeIfAbsent(rule, name -> new HashSet<>()).add(alert.get("change").asText());
    }
    assertThat(changes)
        .isEqualTo(
            Map.of(
                "other-anger", Set.of("ONLY_TESTED"), "sustained-anger", Set.of("ONLY_AGAINST")));
  }

  private JsonNode backTest(String yaml) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(installation.dashboardAddress() + "/api/rules/backtest?hours=1"))
            .header("Content-Type", "application/yaml")
            .POST(HttpRequest.BodyPublishers.ofString(yaml))
            .build();
    HttpResponse<String> response =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return new ObjectMapper().readTree(response.body());
  }

  private static Map<String, Long> testedByRule(JsonNode backTest) {
    Map<String, Long> alerts = new HashMap<>();
    for (JsonNode rule : backTest.get("rules")) {
      alerts.put(rule.get("rule").asText(), rule.get("tested").asLong());
    }
    alerts.values().removeIf(count -> count == 0);
    return alerts;
  }

  private Map<String, Long> raisedByRule() {
    return reader.records(installation.topics().escalations()).stream()
        .map(ConsumerRecord::value)
        .filter(step -> step.getStatus() == EscalationStatus.RAISED)
        .collect(Collectors.groupingBy(Escalation::getRule, Collectors.counting()));
  }

  @Test
  void streamedEventsEqualTheAnalysisOfTheRecordingNumberForNumber() {
    OfflineTwin.assertEqual(reader.byCall(installation.topics().emotions()), calls);
  }

  @Test
  void eventsOfARecordingAreThoseOfTheLineButForTheirTimes() {
    Map<String, List<EmotionEvent>> streamed = reader.byCall(installation.topics().emotions());
    try (EmotionModel model = EmotionModel.shipped()) {
      TemperlineConfig config = TemperlineConfig.from(new Properties(), model.manifest());
      RecordedEmotions emotions = new RecordedEmotions(model, config.emotion());
      for (RecordedCall call : calls.subList(0, 3)) {
        List<EmotionEvent> heard = streamed.get(call.callId());
        assertThat(
                emotions.of(
                    call.callId(),
                    call.caller(),
                    call.agent(),
                    call.details()::objectionTo,
                    Optional.empty()))
            .isEqualTo(fromTheEpoch(heard));
      }
    }
  }

  private static List<EmotionEvent> fromTheEpoch(List<EmotionEvent> heard) {
    Duration before = Duration.between(Instant.EPOCH, heard.get(0).getStartsAt());
    return heard.stream()
        .map(
            event ->
                EmotionEvent.newBuilder(event)
                    .setStartsAt(event.getStartsAt().minus(before))
                    .setEndsAt(event.getEndsAt().minus(before))
                    .setConversation(null)
                    .build())
        .toList();
  }

  @Test
  void recordingsAreHeardIntoTopicsOfTheirOwnWhereThatIsAsked() {
    CommandRunner command = new CommandRunner();
    Map<String, String> clients = installation.clients();
    String[] arguments = {
      "rescore",
      "--from",
      CALLS.resolve("cold-flat.flac").toString(),
      "--model",
      "../speech/src/main/resources/io/temperline/speech/model/shipped",
      "--bootstrap",
      clients.get("bootstrap.servers"),
      "--registry",
      clients.get("schema.registry.url"),
      "--to",
      "recorded"
    };

    assertThat(command.run(arguments)).as(command.err()).isZero();

    Topics recorded = installation.topics().beside("recorded");
    List<EmotionEvent> live = reader.byCall(installation.topics().emotions()).get("cold-flat");
    List<EmotionEvent> heard = reader.byCall(recorded.emotions()).get("cold-flat");
    assertThat(heard)
        .extracting(EmotionEvent::getWindow, EmotionEvent::getProbabilities)
        .containsExactlyElementsOf(
            live.stream().map(e -> tuple(e.getWindow(), e.getProbabilities())).toList());
    assertThat(reader.records(recorded.escalations()))
        .isNotEmpty()
        .allSatisfy(step -> assertThat(step.key()).isEqualTo("cold-flat"))
        .extracting(step -> step.value().getStatus())
        .startsWith(EscalationStatus.RAISED);
    assertThat(command.err()).contains("wrote temperline.recorded.emotions and .escalations");
    assertThat(command.run(arguments)).as("the topics are there").isEqualTo(2);
  }

  @Test
  void keptAudioIsHeardAgainBesideTheLiveApplicationWithTheSameModelToTheSameEffect()
      throws Exception {
    CommandRunner command = new CommandRunner();
    Map<String, String> clients = installation.clients();

    int exit =
        command.run(
            "rescore",
            "--from-topic",
            "--model",
            "../speech/src/main/resources/io/temperline/speech/model/shipped",
            "--bootstrap",
            clients.get("bootstrap.servers"),
            "--registry",
            clients.get("schema.registry.url"),
            "--to",
            "again");

    assertThat(exit).as(command.err()).isZero();
    Topics again = installation.topics().beside("again");
    Map<String, List<EmotionEvent>> live = reader.byCall(installation.topics().emotions());
    Map<String, List<EmotionEvent>> heardAgain = reader.byCall(again.emotions());
    assertThat(heardAgain.keySet()).isEqualTo(live.keySet());
    live.forEach((call, events) -> assertThat(heardAgain.get(call)).isEqualTo(events));
    assertThat(command.out())
        .contains("of %d calls heard by both".formatted(live.size()))
        .doesNotContain("heard only")
        .doesNotContain("scored only")
        .contains("the likeliest emotion is another in 0 (0 %)")
        .doesNotContain("only now")
        .doesNotContain("only before")
        .doesNotContain("at another time");
    assertThat(reader.records(again.escalations())).isNotEmpty();
    try (Admin admin = Admin.create(Map.<String, Object>copyOf(clients))) {
      assertThat(admin.listTopics().names().get())
          .noneMatch(topic -> topic.startsWith("temperline-again-"))
          .filteredOn(topic -> topic.startsWith("temperline.again."))
          .containsExactlyInAnyOrder(again.emotions().name(), again.escalations().name());
      assertThat(admin.listGroups().all().get())
          .extracting(GroupListing::groupId)
          .doesNotContain("temperline-again");
    }
  }

  @Test
  void whatIsNoFrameLiesInTheDeadLettersOrAtLeastItsOrigin() {
    List<ConsumerRecord<String, byte[]>> letters =
        reader.records(installation.topics().deadLetters());

    assertThat(letters)
        .extracting(ConsumerRecord::value)
        .containsExactly("no frame".getBytes(UTF_8), null);
    assertThat(letters)
        .allSatisfy(
            letter -> {
              assertThat(letter.headers().lastHeader(DeadLetterHeaders.CAUSE).value()).isNotEmpty();
              assertThat(
                      new String(
                          letter.headers().lastHeader(DeadLetterHeaders.TOPIC).value(), UTF_8))
                  .isEqualTo("temperline.audio");
            });
  }

  @Test
  void theRegistryAnswersAsConfluentsServerDoes() throws Exception {
    URI subjects = URI.create(installation.clients().get("schema.registry.url") + "/subjects");
    String body =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(subjects).build(), BodyHandlers.ofString())
            .body();

    assertThat(body)
        .contains(
            "\"temperline.audio-value\"",
            "\"temperline.calls-value\"",
            "\"temperline.emotions-value\"",
            "\"temperline.history-value\"");
  }
}
