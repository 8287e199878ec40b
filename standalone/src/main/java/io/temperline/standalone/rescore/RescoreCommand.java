package io.temperline.standalone.rescore;

import io.temperline.rules.RuleSet;
import io.temperline.rules.RuleSetLoader;
import io.temperline.schemas.Topics;
import io.temperline.speech.model.EmotionModel;
import io.temperline.speech.model.ModelManifest;
import io.temperline.standalone.CannotStartException;
import io.temperline.standalone.past.RecordedPast;
import io.temperline.standalone.past.TapedPast;
import io.temperline.standalone.past.TopicPast;
import io.temperline.standalone.remote.KafkaCommand;
import io.temperline.standalone.remote.KafkaOptions;
import io.temperline.standalone.rules.RuleChoice;
import io.temperline.streams.LiveModel;
import io.temperline.streams.TemperlineConfig;
import io.temperline.streams.emotion.RecordedEmotions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code rescore}: what another model would have heard. */
@Command(
    name = "rescore",
    description =
        "Hear calls again with another model, and say what would have changed: in recordings, or in"
            + " the audio that its topic still holds.")
public final class RescoreCommand extends KafkaCommand {

  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("'rescored-'yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

  /** Either, never both. */
  private static final class Source {

    @Option(
        names = "--from",
        arity = "1..*",
        paramLabel = "PATH",
        required = true,
        description = RecordedPast.PATHS)
    private List<Path> paths;

    @Option(
        names = "--from-topic",
        required = true,
        description =
            "The audio that its topic still holds. The topics of emotions and escalations that this"
                + " makes are the live ones' twins and stay.")
    private boolean topic;
  }

  @ArgGroup(multiplicity = "1")
  private Source source;

  @Option(
      names = "--model",
      paramLabel = "DIR",
      required = true,
      description = "The model to hear them with.")
  private Path model;

  @Option(
      names = "--against",
      paramLabel = "DIR",
      description =
          "With --from: the model to compare it with. Default: the settings' model, else the shipped"
              + " one. The topics hold what the live model said.")
  private Path against;

  @Option(
      names = "--rules",
      paramLabel = "RULES",
      description =
          "The rules whose alerts are compared: a file, a published version, in-force or defaults."
              + " Default: in-force with --from-topic, defaults with --from.")
  private String rules;

  @Option(
      names = "--to",
      paramLabel = "NAME",
      description =
          "The new topics are temperline.NAME.emotions and so on. Default: with --from-topic"
              + " rescored- and the time, with --from none are made.")
  private String to;

  @Option(names = "--json", description = "One JSON object in place of the text.")
  private boolean json;

  @Mixin private KafkaOptions kafka;

  @Override
  protected int run() throws IOException, InterruptedException {
    requireUsable();
    Properties properties = kafka.properties();
    try (EmotionModel other = EmotionModel.load(model)) {
      Optional<RuleSet> set = ruleSet(other.manifest());
      if (set.isEmpty()) {
        return ExitCode.SOFTWARE;
      }
      if (source.topic) {
        rescoreTopic(properties, other, set.get());
      } else {
        rescoreRecordings(properties, other, set.get());
      }
    }
    return ExitCode.OK;
  }

  private void requireUsable() {
    if (against != null && source.topic) {
      throw new CannotStartException(
          "--against is for --from: the topics hold what the live model said");
    }
    if (to != null && !to.matches("[a-zA-Z0-9_-]{1,100}")) {
      throw new CannotStartException(
          "--to takes letters, digits, - and _, a hundred at most, not '%s'".formatted(to));
    }
    boolean isLive =
        to != null
            && new Topics(Map.of("schema.registry.url", "mock://names"))
                .all().stream().anyMatch(topic -> topic.name().equals("temperline." + to));
    if (isLive) {
      throw new CannotStartException(
          "--to %s: the live topic temperline.%s has that name".formatted(to, to));
    }
  }

  private Optional<RuleSet> ruleSet(ModelManifest manifest)
      throws IOException, InterruptedException {
    RuleSetLoader loader = new RuleSetLoader(Set.copyOf(manifest.labels()));
    String choice = source.topic ? RuleChoice.IN_FORCE : RuleChoice.DEFAULTS;
    return new RuleChoice("--rules", kafka, loader, err()).of(rules == null ? choice : rules);
  }

  private void rescoreRecordings(Properties properties, EmotionModel other, RuleSet set)
      throws IOException, InterruptedException {
    Optional<RecordingTopics> topics =
        to == null
            ? Optional.empty()
            : Optional.of(new RecordingTopics(kafka.connect(), to, this::complain));
    Properties live = new Properties();
    live.putAll(properties);
    if (against != null) {
      live.setProperty("temperline.model", against.toString());
    }
    try (EmotionModel own = LiveModel.load(live)) {
      TapedPast heard = recorded(properties, other);
      if (topics.isPresent()) {
        topics.get().write(heard, set);
      }
      print(
          Rescoring.of(recorded(live, own), heard, set),
          named(own.manifest()),
          named(other.manifest()));
    }
  }

  private TapedPast recorded(Properties properties, EmotionModel with) {
    TemperlineConfig config = TemperlineConfig.from(properties, with.manifest());
    return new TapedPast(
        new RecordedPast(source.paths, new RecordedEmotions(with, config.emotion())));
  }

  private void rescoreTopic(Properties properties, EmotionModel other, RuleSet set)
      throws IOException, InterruptedException {
    Map<String, String> clients = kafka.connect();
    String name = to == null ? NAME.format(Instant.now()) : to;
    Topics heard = new KeptAudio(properties, clients, name, this::complain).hear(other);
    print(
        Rescoring.of(past(clients, new Topics(clients)), past(clients, heard), set),
        "the live application",
        named(other.manifest()));
  }

  private TopicPast past(Map<String, String> clients, Topics topics) {
    return new TopicPast(clients, topics, Optional.empty(), this::complainOfUnreadable);
  }

  private static String named(ModelManifest model) {
    return "%s %s".formatted(model.name(), model.version());
  }

  private void print(Rescoring rescoring, String before, String now) throws IOException {
    if (json) {
      out().println(new RescoringJson(source.topic).of(rescoring, before, now));
    } else {
      new RescoringText(out(), source.topic).print(rescoring, before, now);
    }
  }
}
