package io.temperline.standalone.bench;

import io.temperline.gateway.replay.ReplayListener;
import io.temperline.gateway.replay.ReplaySettings;
import io.temperline.gateway.replay.Replayer;
import io.temperline.schemas.CallerInformed;
import io.temperline.speech.model.EmotionModel;
import io.temperline.speech.window.WindowConfig;
import io.temperline.standalone.process.ChildJvm;
import io.temperline.standalone.process.TestBed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;

/** What {@code bench} measures on a test bed. */
final class Bench {

  /** Enough for the compiler of a JVM that has just started to be done with what matters. */
  private static final LoadPlan WARM_UP = new LoadPlan("warm-up", 100, 60, 0);

  private static final long FRAMES_A_CALL_SECOND = 100;

  private final TestBed bed;
  private final Conversations conversations;
  private final Map<String, String> settings;
  private final Consumer<String> told;

  /**
   * @param settings of the application
   * @param told is told what goes on, a line at a time
   */
  Bench(
      TestBed bed,
      Conversations conversations,
      Map<String, String> settings,
      Consumer<String> told) {
    this.bed = bed;
    this.conversations = conversations;
    this.settings = settings;
    this.told = told;
  }

  /** Starts the application and warms it up. */
  LoadRun startApp(List<String> jvmOptions) throws InterruptedException, IOException {
    ChildJvm app = bed.startApp("app", jvmOptions, settings);
    bed.awaitRunning(app);
    LoadRun run = new LoadRun(bed, app, WindowConfig.DEFAULT);
    told.accept("The application runs; warming it up.");
    run.play(WARM_UP, conversations);
    return run;
  }

  Figures play(LoadRun run, LoadPlan plan) throws InterruptedException, IOException {
    told.accept("Playing %d calls of %d s.".formatted(plan.calls(), plan.seconds()));
    return run.play(plan, conversations);
  }

  /**
   * @param plan how long and how fast, and with how many calls to begin
   * @return the most calls that are carried
   */
  int limit(LoadRun run, LoadPlan plan) throws InterruptedException, IOException {
    LimitSearch search =
        new LimitSearch(
            calls ->
                run.play(
                    new LoadPlan("limit-" + calls, calls, plan.seconds(), plan.speed()),
                    conversations),
            (calls, figures) ->
                told.accept(
                    "%d calls: %s, 99 of 100 events within %.0f ms, %d frames behind at the end."
                        .formatted(
                            calls,
                            figures.keptUp() ? "carried" : "too many",
                            figures.latencyP99Ms(),
                            figures.lagFramesAtEnd())));
    return search.from(plan.calls());
  }

  /**
   * Lets topologies race over the calls of a plan.
   *
   * @param folder for state
   */
  Map<String, TopologyRace.Rate> race(LoadPlan plan, Path folder)
      throws InterruptedException, IOException {
    told.accept("Writing %d calls of %d s.".formatted(plan.calls(), plan.seconds()));
    try (var producer = Replayer.producer(bed.clients())) {
      new Replayer(producer, bed.topics(), ReplaySettings.atSpeed(0), new ReplayListener() {})
          .replay(conversations.calls(plan, CallerInformed.NOT_INFORMED));
    }
    Properties properties = new Properties();
    properties.putAll(bed.clients());
    properties.putAll(settings);
    try (EmotionModel model = EmotionModel.shipped()) {
      told.accept("Running the topologies in turns.");
      long records = FRAMES_A_CALL_SECOND * plan.calls() * plan.seconds();
      return new TopologyRace(bed, folder, properties, records)
          .run(new Entrants(bed.topics(), model.manifest(), properties).all());
    }
  }
}
