package io.temperline.standalone.speech;

import io.temperline.reference.Protocol;
import io.temperline.reference.ReferenceSystems;
import io.temperline.reference.SystemRecipe;
import io.temperline.reference.SystemTrial;
import io.temperline.speech.corpus.CorpusClip;
import io.temperline.speech.evaluation.Findings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code systems}: the systems this project grew from, trained and measured. */
@Command(
    name = "systems",
    description =
        "List the systems that this project grew from, or train and measure one on labelled"
            + " recordings, all splits and corpora together.")
public final class SystemsCommand extends SpeechCommand {

  /** How clips are divided into those to learn from and those to be judged by. */
  enum Division {
    RANDOM,
    SPEAKER
  }

  @Parameters(
      arity = "0..1",
      paramLabel = "NAME|FILE",
      description = "A system of the list, or a recipe of your own, YAML.")
  private String system;

  @Option(
      names = "--corpus",
      paramLabel = "NAME=DIR",
      description = "A folder of labelled recordings. May be given several times.")
  private Map<String, Path> corpora = new LinkedHashMap<>();

  @Option(
      names = "--protocol",
      defaultValue = "speaker",
      paramLabel = "random|speaker",
      description =
          "random: a fifth of the clips is judged, whoever speaks, as most authors did. speaker:"
              + " in folds, nobody being learned from and judged. Default: ${DEFAULT-VALUE}.")
  private Division protocol;

  @Option(
      names = "--folds",
      defaultValue = "5",
      paramLabel = "K",
      description = "Folds of --protocol speaker. Default: ${DEFAULT-VALUE}.")
  private int folds;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      description = "In place of the recipe's epochs, or rounds of boosting.")
  private Integer epochs;

  @Option(names = "--seed", paramLabel = "N", description = "In place of the recipe's seed.")
  private Long seed;

  @Option(names = "--json", description = "One JSON object.")
  private boolean json;

  @Override
  void run() throws IOException {
    ReferenceSystems systems = new ReferenceSystems();
    if (system == null) {
      systems.all().forEach(this::list);
      out().flush();
      return;
    }
    SystemRecipe recipe = changed(recipe(systems));
    Protocol chosen = chosen(recipe);
    Findings findings =
        new SystemTrial(recipe, new SystemProgress(err()), this::complain).run(clips(), chosen);
    if (!json) {
      out().printf("%s on %s, %s%n", recipe.name(), names(), chosen.words());
      out().printf("reported: %s%n%n", recipe.reported());
    }
    out().println(json ? EvaluationJson.of(findings) : EvaluationText.of(findings));
    out().flush();
  }

  private void list(SystemRecipe each) {
    out().printf("%-20s %s%n%-20s reported: %s%n", each.name(), each.what(), "", each.reported());
  }

  private SystemRecipe recipe(ReferenceSystems systems) {
    return systems
        .named(system)
        .orElseGet(
            () -> {
              if (!Files.isRegularFile(Path.of(system))) {
                throw new CommandFailure(
                    "no system and no recipe file is named '%s'; there are %s"
                        .formatted(
                            system,
                            systems.all().stream()
                                .map(SystemRecipe::name)
                                .collect(Collectors.joining(", "))));
              }
              return SystemRecipe.read(Path.of(system));
            });
  }

  private SystemRecipe changed(SystemRecipe recipe) {
    if (epochs != null && epochs < 1) {
      throw new CommandFailure("--epochs must be at least 1, not " + epochs);
    }
    SystemRecipe lasting = epochs == null ? recipe : recipe.lasting(epochs);
    return seed == null ? lasting : lasting.seeded(seed);
  }

  private Protocol chosen(SystemRecipe recipe) {
    return protocol == Division.RANDOM
        ? new Protocol.RandomSplit(recipe.seed())
        : new Protocol.BySpeaker(folds);
  }

  private List<CorpusClip> clips() {
    if (corpora.isEmpty()) {
      throw new CommandFailure("name recordings to learn from and to judge: --corpus NAME=DIR");
    }
    return CorpusOptions.clips(corpora, this::complain);
  }

  private String names() {
    return String.join(" and ", corpora.keySet());
  }
}
