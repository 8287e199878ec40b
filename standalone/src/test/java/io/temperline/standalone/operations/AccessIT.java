package io.temperline.standalone.operations;

import static io.temperline.standalone.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.temperline.dashboard.Dashboard;
import io.temperline.dashboard.DashboardConfig;
import io.temperline.dashboard.rules.RulesDesk;
import io.temperline.dashboard.rules.RulesTopic;
import io.temperline.gateway.replay.RecordedCall;
import io.temperline.gateway.replay.RecordedCalls;
import io.temperline.gateway.replay.ReplayListener;
import io.temperline.gateway.replay.ReplaySettings;
import io.temperline.gateway.replay.Replayer;
import io.temperline.rules.RuleSetLoader;
import io.temperline.schemas.CallHistory;
import io.temperline.schemas.Topic;
import io.temperline.schemas.Topics;
import io.temperline.speech.model.EmotionModel;
import io.temperline.standalone.CannotStartException;
import io.temperline.standalone.LogLines;
import io.temperline.standalone.kafka.GuardedKafka;
import io.temperline.standalone.registry.EmbeddedRegistry;
import io.temperline.standalone.remote.KafkaCluster;
import io.temperline.streams.Settings.UnusableSettingException;
import io.temperline.streams.StreamsApp;
import io.temperline.streams.TopologyPlan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The permissions that {@code topics --print} names are enough, and none is too many. */
class AccessIT {

  private static final Path CALL = Path.of("../gateway/calls/opening-hours.flac");

  @TempDir private Path folder;

  private GuardedKafka kafka;
  private EmbeddedRegistry registry;
  private Admin admin;
  private EmotionModel model;
  private Grants grants;

  @BeforeEach
  void letEachDoWhatTheyNeed() throws Exception {
    kafka =
        GuardedKafka.start(
            folder.resolve("kafka"), Stream.of(Role.values()).map(AccessIT::user).toList());
    registry = EmbeddedRegistry.start(Optional.empty(), 0);
    admin = Admin.create(Map.<String, Object>copyOf(kafka.admin()));
    model = EmotionModel.shipped();
    grants = new Grants(TopologyPlan.of(properties(Role.STREAMS)));
    for (Role role : Role.values()) {
      for (Grant grant : grants.of(role)) {
        give(role, grant);
      }
    }
  }

  @AfterEach
  void stop() {
    model.close();
    admin.close();
    registry.close();
    kafka.close();
  }

  @Test
  void whatIsGrantedIsEnoughForEachAndNoneOfItIsTooMuchForTheApplication() throws Exception {
    assertThatStrangersAreToldSo();
    assertThatTheOperatorMakesTheTopicsAsPlanned();
    replayAs("first");

    try (StreamsApp app = application();
        Dashboard dashboard =
            Dashboard.start(DashboardConfig.onLoopback(0, clients(Role.DASHBOARD)));
        KafkaConsumer<String, CallHistory> crm = crm()) {
      app.start();
      await("the CRM reads the history", () -> isComplete(crm, "first"));
      await("the page shows the call", () -> dashboard.floor().call("first").isPresent());
      assertThatTheDashboardPublishesRules();
    }

    for (Grant grant : grants.of(Role.STREAMS)) {
      if (!grant.operations().equals(List.of(AclOperation.DELETE))) { // it goes on, and tries again
        assertThatTheApplicationFailsWithout(grant);
      }
    }
  }

  private void assertThatStrangersAreToldSo() {
    Properties stranger = new Properties();
    stranger.putAll(kafka.clientsOf("stranger"));
    assertThatThrownBy(() -> new KafkaCluster(stranger).connect())
        .isInstanceOf(CannotStartException.class)
        .hasMessageContaining("does not let us in");
  }

  private void assertThatTheOperatorMakesTheTopicsAsPlanned() throws Exception {
    TopicPlan plan = TopicPlan.of(properties(Role.OPERATOR));
    try (Admin operator = Admin.create(Map.<String, Object>copyOf(clients(Role.OPERATOR)))) {
      TopicSetup setup = new TopicSetup(operator, plan);
      assertThat(setup.createMissing(OptionalInt.of(1), Optional.empty()).created())
          .containsExactlyInAnyOrderElementsOf(plan.names());
      assertThat(setup.differences()).isEmpty();
    }
  }

  private void assertThatTheDashboardPublishesRules() {
    RulesDesk desk =
        new RulesDesk(
            new RulesTopic(clients(Role.DASHBOARD)), new RuleSetLoader(), Clock.systemUTC());

    assertThat(desk.apply("{version: none, rules: []}", "olga", Optional.empty()).isNew()).isTrue();
    assertThat(desk.delete("none", Optional.empty()).all()).isEmpty();
  }

  private void assertThatTheApplicationFailsWithout(Grant grant) throws Exception {
    take(Role.STREAMS, grant);
    try (LogLines log = LogLines.open()) {
      replayAs("without-" + grant.type() + "-" + grant.operations() + grant.names().hashCode());
      try (StreamsApp app = application()) {
        app.start();
        await(
            "the application fails without " + grant,
            () ->
                log.lines().stream()
                    .anyMatch(line -> line.contains("died") && line.contains("uthoriz")));
      } catch (UnusableSettingException e) { // the rules are read before it starts
        assertThat(e.getMessage()).contains("temperline.rules").contains("uthoriz");
      }
    }
    give(Role.STREAMS, grant);
  }

  private void give(Role role, Grant grant) throws Exception {
    admin.createAcls(grant.bindings(role.principal()).toList()).all().get();
  }

  private void take(Role role, Grant grant) throws Exception {
    admin
        .deleteAcls(grant.bindings(role.principal()).map(AclBinding::toFilter).toList())
        .all()
        .get();
  }

  private static String user(Role role) {
    return role.principal().substring("User:".length());
  }

  private Map<String, String> clients(Role role) {
    Map<String, String> clients = new HashMap<>(kafka.clientsOf(user(role)));
    clients.put("schema.registry.url", registry.url());
    return clients;
  }

  private Properties properties(Role role) {
    Properties properties = new Properties();
    properties.putAll(clients(role));
    return properties;
  }

  private StreamsApp application() throws Exception {
    Properties properties = properties(Role.STREAMS);
    properties.setProperty("state.dir", Files.createTempDirectory(folder, "streams-").toString());
    properties.setProperty("num.stream.threads", "1");
    return new StreamsApp(properties, model);
  }

  private void replayAs(String callId) throws InterruptedException {
    Map<String, String> clients = clients(Role.GATEWAY);
    RecordedCall call = RecordedCalls.find(List.of(CALL)).calls().get(0).as(callId);
    try (var producer = Replayer.producer(clients)) {
      new Replayer(
              producer, new Topics(clients), ReplaySettings.atSpeed(0), new ReplayListener() {})
          .replay(List.of(call));
    }
  }

  private KafkaConsumer<String, CallHistory> crm() {
    Map<String, Object> config = new HashMap<>(clients(Role.CRM));
    config.put("group.id", "crm");
    config.put("auto.offset.reset", "earliest");
    config.put("isolation.level", "read_committed");
    Topic<CallHistory> history = new Topics(config).history();
    var consumer =
        new KafkaConsumer<>(config, history.keys().deserializer(), history.values().deserializer());
    consumer.subscribe(List.of(history.name()));
    return consumer;
  }

  private static boolean isComplete(KafkaConsumer<String, CallHistory> crm, String callId) {
    boolean complete = false;
    for (var record : crm.poll(Duration.ofMillis(100))) {
      complete |= record.key().equals(callId) && record.value().getComplete();
    }
    crm.commitSync();
    return complete;
  }
}
