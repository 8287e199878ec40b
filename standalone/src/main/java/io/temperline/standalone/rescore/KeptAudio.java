package io.temperline.standalone.rescore;

import io.temperline.schemas.Topic;
import io.temperline.schemas.Topics;
import io.temperline.speech.model.EmotionModel;
import io.temperline.standalone.CannotStartException;
import io.temperline.standalone.DataFolder;
import io.temperline.streams.StreamsApp;
import io.temperline.streams.StreamsSettings;
import io.temperline.streams.TemperlineConfig;
import io.temperline.streams.TopologyPlan;
import io.temperline.streams.TopologyPlan.Changelog;
import io.temperline.streams.TopologyPlan.Repartition;
import io.temperline.streams.failure.Handlers;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.streams.KafkaStreams;

/**
 * The streams application once more beside the live one: with another model, and an id, stores and
 * topics of its own. It hears what the topics hold when it begins, and leaves nothing behind but
 * what it wrote.
 */
final class KeptAudio {

  /** So long, at most, a window that is scored waits for the commit that tells of it. */
  private static final Duration LAST_COMMIT = Duration.ofSeconds(2);

  private static final long LOOK_AGAIN_MS = 200;

  private final Properties live;
  private final Map<String, String> clients;
  private final Topics topics;
  private final String name;
  private final Consumer<String> progress;

  /**
   * @param live the live application's settings
   * @param clients what Kafka's clients and serializers need
   * @param name of the new topics, after {@code temperline.}
   * @param progress is told what happens
   */
  KeptAudio(Properties live, Map<String, String> clients, String name, Consumer<String> progress) {
    this.live = live;
    this.clients = clients;
    this.name = name;
    this.progress = progress;
    topics = new Topics(clients).beside(name);
  }

  /**
   * @return the topics that it was heard into
   * @throws CannotStartException where there are such topics already, or Kafka refuses
   */
  Topics hear(EmotionModel model) throws InterruptedException, IOException {
    BrokenOff brokenOff = BrokenOff.interruptsThisThread();
    try (Admin admin = Admin.create(Map.<String, Object>copyOf(clients));
        DataFolder folder = DataFolder.open(Optional.empty()).goesWithTheProgram()) {
      createTopics(admin);
      Properties own = own(folder);
      List<Topic<?>> kept = List.of();
      try (StreamsApp app = new StreamsApp(own, model, topics)) {
        Backlog backlog = new Backlog(admin, applicationId(own), sources());
        app.start();
        hear(app, backlog);
        Thread.sleep(untilTold(own, model).toMillis());
        kept = List.of(topics.emotions(), topics.escalations());
      } finally {
        forget(admin, own, kept);
      }
    } catch (ExecutionException e) {
      throw new CannotStartException("Kafka refuses: " + e.getCause().getMessage(), e);
    } finally {
      brokenOff.isOver();
    }
    return topics;
  }

  private List<String> sources() {
    return List.of(topics.audio().name(), topics.calls().name());
  }

  private void createTopics(Admin admin) throws ExecutionException, InterruptedException {
    new SeparateTopics(admin).create(topics.own(), topics.audio().name());
    progress.accept("hearing the kept audio again into temperline.%s.*".formatted(name));
  }

  /** The live application's, but for what would make this a part of it. */
  private Properties own(DataFolder folder) {
    Properties own = new Properties();
    own.putAll(live);
    Stream.of(
            "group.protocol",
            "group.instance.id",
            "application.server",
            "temperline.query.listen",
            "temperline.model",
            "auto.offset.reset",
            "consumer.auto.offset.reset",
            "main.consumer.auto.offset.reset")
        .forEach(own::remove);
    own.setProperty("application.id", applicationId(live) + "-" + name);
    own.setProperty("state.dir", folder.streams().toString());
    own.setProperty("num.standby.replicas", "0");
    own.setProperty(Handlers.DEAD_LETTERS, topics.deadLetters().name());
    return own;
  }

  private static String applicationId(Properties properties) {
    return StreamsSettings.of(properties).getString("application.id");
  }

  private void hear(StreamsApp app, Backlog backlog)
      throws InterruptedException, ExecutionException {
    long lastPercent = -1;
    for (Backlog.Share heard = backlog.heard(); !heard.isAll(); heard = backlog.heard()) {
      if (app.state() == KafkaStreams.State.ERROR) {
        throw new CannotStartException("the application stopped; its log says why");
      }
      long percent = heard.percent() / 10 * 10;
      if (percent > lastPercent) {
        progress.accept("heard %d %%".formatted(percent));
        lastPercent = percent;
      }
      Thread.sleep(LOOK_AGAIN_MS);
    }
  }

  /** The last windows still wait for others to share their batch. */
  private static Duration untilTold(Properties own, EmotionModel model) {
    return TemperlineConfig.from(own, model.manifest())
        .emotion()
        .scoringInterval()
        .plus(LAST_COMMIT);
  }

  /**
   * Deletes all that it made but the topics to be kept. Histories are not: they tell whose calls
   * they are, and no erasure would reach them.
   */
  private void forget(Admin admin, Properties own, List<Topic<?>> kept)
      throws InterruptedException, ExecutionException {
    TopologyPlan plan = TopologyPlan.of(own);
    Set<String> existing = admin.listTopics().names().get();
    List<String> needless =
        Stream.of(
                plan.changelogs().stream().map(Changelog::topic),
                plan.repartitions().stream().map(Repartition::topic),
                topics.own().stream().filter(topic -> !kept.contains(topic)).map(Topic::name))
            .flatMap(names -> names)
            .filter(existing::contains)
            .toList();
    admin.deleteTopics(needless).all().get();
    String group = plan.applicationId();
    if (admin.listGroups().all().get().stream().anyMatch(it -> it.groupId().equals(group))) {
      admin.deleteConsumerGroups(List.of(group)).all().get();
    }
  }
}
