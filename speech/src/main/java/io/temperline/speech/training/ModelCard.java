package io.temperline.speech.training;

import io.temperline.speech.corpus.HeardClip;
import io.temperline.speech.evaluation.ClipJudge;
import io.temperline.speech.evaluation.Evaluation;
import io.temperline.speech.model.ModelManifest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a reader should know of a model before using it, in Markdown. */
final class ModelCard {

  private final ModelManifest manifest;
  private final Recipe recipe;

  ModelCard(ModelManifest manifest, Recipe recipe) {
    this.manifest = manifest;
    this.recipe = recipe;
  }

  /**
   * @param train the clips that it learned from
   * @param validation the clips that it was calibrated on
   * @param watched the figures of each corpus's validation clips, by corpus
   */
  String text(List<HeardClip> train, List<HeardClip> validation, Map<String, Evaluation> watched) {
    StringBuilder card = new StringBuilder();
    card.append("# %s %s%n%n".formatted(manifest.name(), manifest.version()));
    card.append(
        "Tells %s apart in windows of %d s of telephone speech (8 kHz, G.711).%n%n"
            .formatted(
                String.join(", ", manifest.labels()), manifest.window().length().toSeconds()));
    card.append("## Trained on%n%n".formatted());
    card.append(
        "| corpus | training clips | speakers | validation clips | speakers |%n".formatted());
    card.append("| --- | --- | --- | --- | --- |%n".formatted());
    corpora(train, validation).forEach(name -> card.append(corpusRow(name, train, validation)));
    card.append(
        "%nThe licences of the corpora decide what the weights may be used for.%n".formatted());
    card.append(
        "%n%d epochs in batches of %d, seed %d; all else is in recipe.yaml.%n%n"
            .formatted(recipe.optimizer().epochs(), recipe.optimizer().batchSize(), recipe.seed()));
    card.append("## Validation speakers%n%n".formatted());
    card.append(
        ("The probabilities were calibrated on these speakers (temperature %s), so their figures"
                + " flatter. Closed set: only labels that occur in the corpus compete. A clip's"
                + " probabilities are the mean over its windows, one every %d ms.%n%n")
            .formatted(number(manifest.temperature()), ClipJudge.HOP_MS));
    watched.forEach((corpus, evaluation) -> card.append(figures(corpus, evaluation)));
    return card.toString();
  }

  private static TreeSet<String> corpora(List<HeardClip> train, List<HeardClip> validation) {
    TreeSet<String> corpora = new TreeSet<>(byCorpus(train).keySet());
    corpora.addAll(byCorpus(validation).keySet());
    return corpora;
  }

  static Map<String, List<HeardClip>> byCorpus(List<HeardClip> clips) {
    return clips.stream()
        .collect(
            Collectors.groupingBy(clip -> clip.clip().corpus(), TreeMap::new, Collectors.toList()));
  }

  private static String corpusRow(
      String corpus, List<HeardClip> train, List<HeardClip> validation) {
    List<HeardClip> learned = byCorpus(train).getOrDefault(corpus, List.of());
    List<HeardClip> watched = byCorpus(validation).getOrDefault(corpus, List.of());
    return "| %s | %d | %d | %d | %d |%n"
        .formatted(corpus, learned.size(), speakers(learned), watched.size(), speakers(watched));
  }

  private static long speakers(List<HeardClip> clips) {
    return clips.stream().map(clip -> clip.clip().speaker()).distinct().count();
  }

  private static String figures(String corpus, Evaluation evaluation) {
    String recalls =
        evaluation.labels().stream()
            .map(label -> label + " " + number(recall(evaluation, label)))
            .collect(Collectors.joining(", "));
    return "- %s: %d clips, accuracy %s, UAR %s, anger AUC %s; recall: %s%n"
        .formatted(
            corpus,
            evaluation.clips(),
            number(evaluation.accuracy()),
            number(evaluation.uar()),
            number(evaluation.angerAuc()),
            recalls);
  }

  private static double recall(Evaluation evaluation, String label) {
    return evaluation.recall(evaluation.labels().indexOf(label));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
