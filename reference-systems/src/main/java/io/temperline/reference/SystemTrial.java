package io.temperline.reference;

import io.temperline.reference.learning.Examples;
import io.temperline.reference.learning.Trained;
import io.temperline.reference.learning.UnusableClassifierException;
import io.temperline.reference.sound.Preparation;
import io.temperline.reference.sound.Sample;
import io.temperline.speech.audio.UnreadableRecordingException;
import io.temperline.speech.corpus.CorpusClip;
import io.temperline.speech.evaluation.Figures;
import io.temperline.speech.evaluation.Findings;
import io.temperline.speech.evaluation.Group;
import io.temperline.speech.evaluation.JudgedClip;
import io.temperline.speech.evaluation.Judgement;
import io.temperline.speech.evaluation.Outcome;
import io.temperline.speech.training.TrainingListener;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Trains a system and measures it, by one protocol or another. */
public final class SystemTrial {

  private final SystemRecipe recipe;
  private final TrainingListener listener;
  private final Consumer<String> leftOut;

  /**
   * @param listener is told how each training gets on
   * @param leftOut is told one line for every recording that cannot be read
   */
  public SystemTrial(SystemRecipe recipe, TrainingListener listener, Consumer<String> leftOut) {
    this.recipe = recipe;
    this.listener = listener;
    this.leftOut = leftOut;
  }

  /**
   * What the trained classifiers make of the clips that they did not learn from, all together and,
   * where there are several, fold by fold.
   *
   * @param clips of the recipe's emotions; others are passed over
   * @throws UnusableClassifierException where nothing can be learned from the clips
   */
  public Findings run(List<CorpusClip> clips, Protocol protocol) {
    List<Division> divisions = divisions(prepared(clips), protocol);
    List<List<Judgement>> judgements = new ArrayList<>();
    for (Division division : divisions) {
      judgements.add(judged(division));
    }
    Findings findings =
        Findings.of(
            new Outcome(judgements.stream().flatMap(List::stream).toList(), Map.of(), List.of()));
    return judgements.size() == 1 ? findings : findings.withFolds(groups(judgements));
  }

  private List<Division> divisions(List<PreparedClip> prepared, Protocol protocol) {
    if (prepared.isEmpty()) {
      throw new UnusableClassifierException(
          "no readable clip is of an emotion of %s: %s"
              .formatted(recipe.name(), String.join(", ", recipe.emotions())));
    }
    try {
      return protocol.divide(prepared, recipe.augmentation().beforeSplit());
    } catch (IllegalArgumentException e) {
      throw new UnusableClassifierException(e.getMessage());
    }
  }

  /** On all cores, for it is what takes long with the trees. */
  private List<PreparedClip> prepared(List<CorpusClip> clips) {
    Preparation preparation = recipe.preparation();
    List<CorpusClip> wanted =
        clips.stream().filter(clip -> recipe.emotions().contains(clip.emotion())).toList();
    List<List<PreparedClip>> prepared =
        wanted.parallelStream().map(clip -> prepared(clip, preparation)).toList();
    long unreadable = prepared.stream().filter(List::isEmpty).count();
    if (unreadable > 0) {
      leftOut.accept("left out %d of %d files: not readable".formatted(unreadable, wanted.size()));
    }
    return prepared.stream().flatMap(List::stream).toList();
  }

  private List<PreparedClip> prepared(CorpusClip clip, Preparation preparation) {
    try {
      List<Sample> samples = preparation.prepare(clip, recipe.seed());
      return IntStream.range(0, samples.size())
          .mapToObj(copy -> new PreparedClip(clip, copy, samples.get(copy)))
          .toList();
    } catch (UnreadableRecordingException e) {
      synchronized (leftOut) {
        leftOut.accept(e.getMessage());
      }
      return List.of();
    }
  }

  private List<Judgement> judged(Division division) {
    UnaryOperator<Sample> scaling =
        recipe.scaling().learnedFrom(samples(division.train()).toList());
    Examples examples =
        new Examples(
            samples(division.train()).map(scaling).toList(),
            division.train().stream()
                .map(clip -> recipe.emotions().indexOf(clip.clip().emotion()))
                .toList(),
            recipe.emotions().size());
    try (Trained trained = recipe.classifier().train(examples, recipe.seed(), listener)) {
      List<float[]> probabilities =
          trained.probabilities(samples(division.test()).map(scaling).toList());
      return IntStream.range(0, probabilities.size())
          .mapToObj(i -> judgement(division.test().get(i).clip(), probabilities.get(i)))
          .toList();
    }
  }

  private Judgement judgement(CorpusClip clip, float[] probabilities) {
    Map<String, Float> byEmotion = new LinkedHashMap<>();
    for (int i = 0; i < probabilities.length; i++) {
      byEmotion.put(recipe.emotions().get(i), probabilities[i]);
    }
    return new Judgement(clip, new JudgedClip(clip.emotion(), byEmotion));
  }

  private static List<Group> groups(List<List<Judgement>> judgements) {
    return IntStream.range(0, judgements.size())
        .mapToObj(i -> new Group("fold " + (i + 1), Figures.of(judgements.get(i))))
        .toList();
  }

  private static Stream<Sample> samples(List<PreparedClip> clips) {
    return clips.stream().map(PreparedClip::sample);
  }
}
