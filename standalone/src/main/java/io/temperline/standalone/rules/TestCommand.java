package io.temperline.standalone.rules;

import io.temperline.rules.RuleSet;
import io.temperline.rules.RuleSetLoader;
import io.temperline.schemas.Topics;
import io.temperline.speech.model.EmotionModel;
import io.temperline.standalone.CannotStartException;
import io.temperline.standalone.Times;
import io.temperline.standalone.past.Judgement;
import io.temperline.standalone.past.RecordedPast;
import io.temperline.standalone.past.TopicPast;
import io.temperline.standalone.remote.KafkaCommand;
import io.temperline.standalone.remote.KafkaOptions;
import io.temperline.streams.TemperlineConfig;
import io.temperline.streams.emotion.RecordedEmotions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rules test}: what a rule set would have raised. */
@Command(
    name = "test",
    description =
        "Say which alerts a rule set would have raised in past calls: in recordings, or in the calls"
            + " that the topics still hold.")
final class TestCommand extends KafkaCommand {

  /** Either, never both. */
  private static final class Source {

    @Option(
        names = "--calls",
        arity = "1..*",
        paramLabel = "PATH",
        required = true,
        description = RecordedPast.PATHS)
    private List<Path> paths;

    @Option(
        names = "--from-topic",
        required = true,
        description = "The calls that the topics of calls and emotions hold.")
    private boolean topic;
  }

  @Parameters(paramLabel = "FILE", description = "The rule set; - is standard input.")
  private String file;

  @ArgGroup(multiplicity = "1")
  private Source source;

  @Option(
      names = "--since",
      paramLabel = "TIME",
      description =
          "With --from-topic: calls that began then or later; a time, or a span before now such as"
              + " 24h.")
  private String since;

  @Option(
      names = "--against",
      paramLabel = "RULES",
      description =
          "Say what another set raises otherwise: a file, a published version, in-force"
              + " or defaults.")
  private String against;

  @Option(names = "--json", description = "One JSON object in place of the text.")
  private boolean json;

  @Mixin private KafkaOptions kafka;

  @Mixin private ModelOption model;

  @Override
  protected int run() throws IOException, InterruptedException {
    requireUsable();
    Properties properties = kafka.properties();
    RuleSetLoader loader = model.loader(properties);
    Optional<RuleSet> tested = RuleFile.read(file).check(loader, err());
    Optional<RuleSet> other =
        against == null
            ? Optional.empty()
            : new RuleChoice("--against", kafka, loader, err()).of(against);
    if (tested.isEmpty() || (against != null && other.isEmpty())) {
      return ExitCode.SOFTWARE;
    }
    List<RuleSet> sets = new ArrayList<>(List.of(tested.get()));
    other.ifPresent(sets::add);
    List<Judgement> judgements =
        source.topic ? judgeTopics(sets) : judgeRecordings(sets, properties);
    print(judgements);
    return ExitCode.OK;
  }

  private void requireUsable() {
    if (since != null && !source.topic) {
      throw new CannotStartException("--since is for --from-topic: recordings have no time of day");
    }
  }

  private List<Judgement> judgeTopics(List<RuleSet> sets) throws InterruptedException {
    Optional<Instant> from =
        Optional.ofNullable(since).map(text -> Times.since("--since", text, Instant.now()));
    Map<String, String> clients = kafka.connect();
    TopicPast past = new TopicPast(clients, new Topics(clients), from, this::complainOfUnreadable);
    return Judgement.of(past, sets, from);
  }

  private List<Judgement> judgeRecordings(List<RuleSet> sets, Properties properties) {
    try (EmotionModel opened = model.load(properties)) {
      TemperlineConfig config = TemperlineConfig.from(properties, opened.manifest());
      RecordedEmotions emotions = new RecordedEmotions(opened, config.emotion());
      return Judgement.of(new RecordedPast(source.paths, emotions), sets, Optional.empty());
    }
  }

  private void print(List<Judgement> judgements) throws IOException {
    Judgement tested = judgements.get(0);
    Optional<Judgement> other = judgements.stream().skip(1).findFirst();
    if (json) {
      out().println(new TestJson(source.topic).of(tested, other));
    } else {
      new TestText(out(), source.topic).print(tested, other);
    }
  }
}
